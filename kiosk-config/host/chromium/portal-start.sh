#!/bin/sh
# First process of a portal capsule. Arguments: the browser and its flags.
# Descriptors 3 and 4 are the browser's control pipe: only the browser may have them.
socat TCP4-LISTEN:3128,bind=127.0.0.1,fork,reuseaddr,backlog=128 UNIX-CONNECT:/run/egress.sock 3<&- 4>&- &
i3 -c /run/i3.conf 3<&- 4>&- &
exec "$@"
