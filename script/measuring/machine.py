"""What the machine is that measured."""

import os
import subprocess


def machine(folder):
    model = field("/proc/cpuinfo", "model name")
    memory = int(field("/proc/meminfo", "MemTotal").split()[0]) / 1024 / 1024
    disk = subprocess.run(
        ["findmnt", "--noheadings", "--output", "SOURCE,FSTYPE", "--target", folder],
        capture_output=True,
        text=True,
    ).stdout.split()
    load = os.getloadavg()[0]
    yield f"machine: {os.cpu_count()} cores ({model}), {memory:.0f} GB memory, disk {' '.join(disk)}"
    yield f"kernel {os.uname().release}; load average before the start {load:.2f} (other work disturbs)"


def field(path, name):
    with open(path) as lines:
        for line in lines:
            if line.startswith(name):
                return line.split(":", 1)[1].strip()
    return "unknown"
