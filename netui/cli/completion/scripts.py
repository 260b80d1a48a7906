"""The completion scripts of bash, zsh and fish.

Each asks ``netui completions`` for candidates at every tab, so that people, tags, goals and promises are
completed as they now are, and the script never has to be made again.
"""

from collections.abc import Mapping

from netui.cli.completion.candidates import FILES

_BASH = f"""\
# bash completion of netui; in ~/.bashrc: eval "$(netui completions bash)"
_netui() {{
    local line word
    COMPREPLY=()
    while IFS= read -r line; do
        if [[ $line == "{FILES}" ]]; then
            compopt -o default
        elif [[ -n $line ]]; then
            word=${{line%%$'\\t'*}}
            COMPREPLY+=("$word")
        fi
    done < <(netui completions bash --line="${{COMP_LINE:0:COMP_POINT}}" --replaced="$2" 2>/dev/null)
    [[ ${{#COMPREPLY[@]}} == 1 && ${{COMPREPLY[0]}} == *[:=] ]] && compopt -o nospace
    return 0
}}
complete -o nosort -F _netui netui 2>/dev/null || complete -F _netui netui
"""

_ZSH = f"""\
#compdef netui
# zsh completion of netui; in ~/.zshrc, after compinit: eval "$(netui completions zsh)"
_netui() {{
    local line
    local -a words_found shown
    for line in "${{(@f)$(netui completions zsh -- "${{(@Q)words[2,CURRENT]}}" 2>/dev/null)}}"; do
        if [[ $line == "{FILES}" ]]; then
            _files
        elif [[ -n $line ]]; then
            words_found+=("${{line%%$'\\t'*}}")
            shown+=("${{line/$'\\t'/  -- }}")
        fi
    done
    (( $#words_found )) && compadd -U -l -d shown -a words_found
}}
if [[ ${{zsh_eval_context[-1]}} == loadautofunc ]]; then
    _netui "$@"
else
    compdef _netui netui
fi
"""

_FISH = f"""\
# fish completion of netui; in ~/.config/fish/config.fish: netui completions fish | source
function __netui_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    for line in (netui completions fish -- $words[2..-1] "$current" 2>/dev/null)
        if test "$line" = "{FILES}"
            __fish_complete_path (commandline -ct)
        else
            echo $line
        end
    end
end
complete -c netui -f -a "(__netui_complete)"
"""

SCRIPTS: Mapping[str, str] = {"bash": _BASH, "zsh": _ZSH, "fish": _FISH}
"""The script of each shell."""
