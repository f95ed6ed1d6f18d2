# Completion of ffsm for bash: commands, and the names of servers while the app runs and is not locked.
_ffsm() {
  local word
  COMPREPLY=()
  while IFS= read -r word; do
    COMPREPLY+=("$(printf '%q' "$word")")
  done < <(FFSM_NO_START=1 ffsm __complete "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -F _ffsm ffsm
