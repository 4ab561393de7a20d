"""The machine that figures were measured on, and the memory that processes take on it (Linux)."""

import os
import platform
import re
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

MEGABYTE = 1_000_000
_KIBIBYTE = 1024


def machine() -> dict[str, str | int | float]:
    """What a reader of figures must know: processor, cores, memory, system, Python, and how busy it was."""
    cpu = re.search(r"^model name\s*: (.*)$", Path("/proc/cpuinfo").read_text("ascii"), re.MULTILINE)
    memory = re.search(r"^MemTotal:\s*(\d+)", Path("/proc/meminfo").read_text("ascii"))
    return {
        "processor": cpu[1] if cpu else platform.machine(),
        "cores": len(os.sched_getaffinity(0)),
        "memory_gb": round(int(memory[1]) * _KIBIBYTE / 1e9, 1) if memory else 0.0,
        "system": f"{platform.system()} {platform.release()}",
        "python": f"{platform.python_implementation()} {platform.python_version()}",
        "load_before": round(os.getloadavg()[0], 2),
    }


@dataclass(frozen=True, slots=True)
class Memory:
    """The bytes that would be free if processes ended: `own`, which no file backs, and `mapped`, pages of
    files that they alone have touched lately and the system can take back at any time."""

    own: int
    mapped: int

    @classmethod
    def of(cls, process: int | str = "self") -> "Memory":
        """The private memory of a process as it is now."""
        return cls(_rollup(process, "Private_Dirty"), _rollup(process, "Private_Clean"))

    def __str__(self) -> str:
        """Both parts in megabytes."""
        return f"{self.own / MEGABYTE:,.0f} + {self.mapped / MEGABYTE:,.0f}"

    @property
    def megabytes(self) -> dict[str, float]:
        """Both parts in megabytes, by name."""
        return {name: round(size / MEGABYTE, 1) for name, size in asdict(self).items()}


def computed(process: int) -> float:
    """The seconds that a process has computed so far, in itself and in the kernel for it."""
    fields = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def memory_of_tree(process: int) -> Memory:
    """What a process and its descendants take together, shared pages counted once."""
    own = mapped = 0
    for member in (process, *descendants(process)):
        with suppress(FileNotFoundError, ProcessLookupError):  # ended meanwhile
            own += _rollup(member, "Pss_Anon")
            mapped += _rollup(member, "Pss_File")
    return Memory(own, mapped)


def descendants(process: int) -> list[int]:
    """The children of a process, theirs, and so on; none of one that has ended."""
    found = []
    for path in Path(f"/proc/{process}/task").glob("*/children"):
        with suppress(FileNotFoundError, ProcessLookupError):
            for child in map(int, path.read_text("ascii").split()):
                found += [child, *descendants(child)]
    return found


def _rollup(process: int | str, name: str) -> int:
    lines = Path(f"/proc/{process}/smaps_rollup").read_text("ascii").splitlines()
    values = (line.split() for line in lines)
    return next(int(value[1]) for value in values if value[0] == f"{name}:") * _KIBIBYTE


def size_of(folder: Path) -> int:
    """The bytes of all files below a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
