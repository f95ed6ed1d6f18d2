#!/bin/bash
# Removes what after-install.tpl of electron-builder made, when the package goes and not when it is upgraded: by then the new
# package has made its own. dpkg passes `remove`, `purge` or `upgrade`, rpm the number of packages that stay.
case "$1" in
remove | 0)
  if type update-alternatives >/dev/null 2>&1; then
    update-alternatives --remove '${executable}' '/opt/${sanitizedProductName}/${executable}'
  else
    rm -f '/usr/bin/${executable}'
  fi

  PROFILE='/etc/apparmor.d/${executable}'
  if [ -f "$PROFILE" ]; then
    if apparmor_status --enabled >/dev/null 2>&1 && hash apparmor_parser 2>/dev/null &&
      ! { [ -x /usr/bin/ischroot ] && /usr/bin/ischroot; }; then
      apparmor_parser --remove "$PROFILE" || true
    fi
    rm -f "$PROFILE"
  fi

  echo 'Server lists, vaults and settings stay in ".config/${sanitizedProductName}" in the home folder of each user.'
  echo 'Whoever installs FindFace Session Manager again finds them; who does not need them deletes that folder.'
  ;;
esac
