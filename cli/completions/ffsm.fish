# Completion of ffsm for fish: commands, and the names of servers while the app runs and is not locked.
complete --command ffsm --no-files --arguments \
  '(FFSM_NO_START=1 ffsm __complete (commandline --tokenize --cut-at-cursor)[2..-1] (commandline --current-token) 2>/dev/null)'
