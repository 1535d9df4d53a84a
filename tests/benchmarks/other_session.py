"""Another session on the register: saves what it is told on standard input, and says when that was committed."""

import json
import sys
import time

from kit_tui import store
from kit_tui.registers import REGISTERS

kit = store.open(sys.argv[1], store.Actor("other"), REGISTERS)
for line in sys.stdin:
    register, record, values = json.loads(line)
    with kit.whole():
        kit.save(register, values, record)
        at = time.monotonic()
    sys.stdout.write(f"{at!r}\n")
    sys.stdout.flush()
kit.close()
