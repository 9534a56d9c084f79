@rem The scripts of package.json say `exec`, so that a signal sent to npm reaches the tool and not a shell between them.
@rem Windows has no such word; cmd.exe finds this file instead.
@%*
