# Completion of tiendo for bash: commands, options, and the ids in the data folder. The program
# itself knows what may stand next.
_tiendo() {
  local line
  COMPREPLY=()
  while IFS= read -r line; do
    if [ "$line" = @files ]; then
      compopt -o default
    else
      COMPREPLY+=("$line")
    fi
  done < <("${COMP_WORDS[0]}" complete "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -F _tiendo tiendo
