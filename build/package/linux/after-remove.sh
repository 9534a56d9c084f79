#!/bin/bash
# Runs as root after the files are gone; electron-builder fills in the names. Data and settings stay until `purge`.
set -e

if [ "$1" = upgrade ]; then exit 0; fi

if command -v update-alternatives >/dev/null 2>&1; then
  update-alternatives --remove '${executable}' '/opt/${sanitizedProductName}/${executable}'
else
  rm -f '/usr/bin/${executable}'
fi

if [ -f '/etc/apparmor.d/${executable}' ]; then
  if command -v apparmor_parser >/dev/null 2>&1 && ! { [ -x /usr/bin/ischroot ] && /usr/bin/ischroot; }; then
    apparmor_parser --remove '/etc/apparmor.d/${executable}' || true
  fi
  rm -f '/etc/apparmor.d/${executable}'
fi

if [ -d /run/systemd/system ]; then
  systemctl stop nghisu-hub.service || true
  systemctl daemon-reload || true
fi

if [ "$1" = purge ]; then
  rm -rf /etc/nghisu /var/lib/nghisu
  if getent passwd nghisu >/dev/null; then userdel nghisu || true; fi
fi
