"""How gunicorn serves the catalogue: `gunicorn -c catalogue/deploy/gunicorn.conf.py wsgi:app`.

Every choice can be overridden by an argument of the command line or by GUNICORN_CMD_ARGS.
"""

import gc
import os
from pathlib import Path

_SHARED_MEMORY = Path("/dev/shm")

# Nobody but the proxy in front needs to reach it.
bind = "127.0.0.1:8000"

workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
worker_class = "gthread"
threads = 4

# Each worker opens the index itself: what is open in the parent must not be shared through a fork.
preload_app = False

# A search keeps its filters in its address, where a Cyrillic letter takes six bytes; nginx allows as much.
limit_request_line = 8190

# A slow client of a streamed export must not keep a worker from answering the heartbeat.
timeout = 60
graceful_timeout = 30
keepalive = 5

# The heartbeat file of a worker on a disk can block it; memory cannot.
worker_tmp_dir = str(_SHARED_MEMORY) if _SHARED_MEMORY.is_dir() else None

# Which proxies are believed is the application's to say (CATALOGUE_PROXY_HOPS), so gunicorn believes none.
forwarded_allow_ips = ""
secure_scheme_headers: dict[str, str] = {}

# Signals and systemd are enough to steer it; a control socket would need a home folder to lie in.
control_socket_disable = True

accesslog = None
errorlog = "-"


def post_worker_init(worker: object) -> None:
    """Let Python look seldom for values that refer to each other in a ring: a page is made of thousands, next
    to none of which do. What a worker holds from its beginning is not looked through again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)
