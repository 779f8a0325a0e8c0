"""Scripts that complete the words of ``kubectl-inject`` in a shell, by asking ``kubectl_complete-inject``.

The answer is that of cobra's ``__complete``: a line for each word, with a tab before what it means, and at last a colon
and the sum of cobra's ShellCompDirective flags.
"""

from __future__ import annotations

_BASH = r"""# bash completion for kubectl-inject. For "kubectl inject", kubectl's own asks kubectl_complete-inject.
_kubectl_inject() {
    local current=${COMP_WORDS[COMP_CWORD]} line directive=0 word
    local -a offered=()
    while IFS= read -r line; do
        case $line in
            :[0-9]*) directive=${line#:} ;;
            *) offered+=("${line%%$'\t'*}") ;;
        esac
    done < <(kubectl_complete-inject "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
    COMPREPLY=()
    if ((directive & 8)); then
        while IFS= read -r word; do
            [[ -d $word || " ${offered[*]} " == *" ${word##*.} "* ]] && COMPREPLY+=("$word")
        done < <(compgen -f -- "$current")
        compopt -o filenames
    elif ((directive & 16)); then
        while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -d -- "$current")
        compopt -o filenames
    else
        for word in "${offered[@]}"; do
            [[ $word == "$current"* ]] && COMPREPLY+=("$word")
        done
        if ((!(directive & 4))); then
            while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -f -- "$current")
            compopt -o filenames
        fi
        ((directive & 2)) && compopt -o nospace
    fi
    return 0
}
complete -F _kubectl_inject kubectl-inject
"""

_ZSH = r"""#compdef kubectl-inject
# zsh completion for kubectl-inject. For "kubectl inject", kubectl's own asks kubectl_complete-inject.
_kubectl_inject() {
    local line directive=0
    local -a offered described
    while IFS= read -r line; do
        case $line in
            :<->) directive=${line#:} ;;
            *)
                offered+=("${line%%$'\t'*}")
                described+=("${${line%%$'\t'*}//:/\\:}:${line#*$'\t'}")
                ;;
        esac
    done < <(kubectl_complete-inject "${(@Q)words[2,CURRENT]}" 2>/dev/null)
    if ((directive & 8)); then
        _files -g "*.(${(j:|:)offered})"
    elif ((directive & 16)); then
        _files -/
    else
        if ((directive & 2)); then
            compadd -S '' -- "${offered[@]}"
        else
            _describe 'kubectl inject' described
        fi
        ((directive & 4)) || _files
    fi
}
compdef _kubectl_inject kubectl-inject
"""

_FISH = r"""# fish completion for kubectl-inject. For "kubectl inject", kubectl's own asks kubectl_complete-inject.
function __kubectl_inject_offer
    set -l words (commandline -opc) (commandline -ct)
    set -l answer (kubectl_complete-inject $words[2..-1] 2>/dev/null)
    set -l directive 0
    set -l offered
    for line in $answer
        if string match -qr '^:[0-9]+$' -- $line
            set directive (string sub -s 2 -- $line)
        else
            set -a offered $line
        end
    end
    if test (math "bitand($directive, 16)") -ne 0
        __fish_complete_directories (commandline -ct)
    else
        if test (math "bitand($directive, 8)") -eq 0
            printf '%s\n' $offered
        end
        if test (math "bitand($directive, 4)") -eq 0
            __fish_complete_path (commandline -ct)
        end
    end
end
complete -c kubectl-inject -e
complete -c kubectl-inject -f -a '(__kubectl_inject_offer)'
"""

_POWERSHELL = r"""# PowerShell completion for kubectl-inject.
# For "kubectl inject", kubectl's own asks kubectl_complete-inject.
Register-ArgumentCompleter -Native -CommandName kubectl-inject -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $words = @($commandAst.CommandElements | Select-Object -Skip 1 |
        Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object { "$_" })
    $words += if ($wordToComplete) { $wordToComplete } else { '""' }
    $directive = 0
    $offered = @()
    foreach ($line in (& kubectl_complete-inject @words 2>$null)) {
        if ($line -match '^:(\d+)$') { $directive = [int]$Matches[1] } else { $offered += $line }
    }
    # Where nothing is returned, PowerShell offers files.
    if ($directive -band 24) { return }
    foreach ($line in $offered) {
        $word, $meaning = $line -split "`t", 2
        if (-not $meaning) { $meaning = $word }
        if ($word -like "$wordToComplete*") {
            [System.Management.Automation.CompletionResult]::new($word, $word, 'ParameterValue', $meaning)
        }
    }
}
"""

SCRIPTS = {"bash": _BASH, "zsh": _ZSH, "fish": _FISH, "powershell": _POWERSHELL}
"""The script of each shell."""
