"""Asks the subscription service and waits for the result, in a night that has begun."""

import datetime
import gzip
import json
import os
import shutil
import sys
import time
import zoneinfo


def agreements(folder):
    """The agreements of the product, with a night that began an hour ago; gives their folder."""
    place = os.path.join(folder, "agreements")
    shutil.copytree("agreements", place, dirs_exist_ok=True)
    now = datetime.datetime.now(zoneinfo.ZoneInfo("Europe/Amsterdam"))
    start, end = ((now + datetime.timedelta(hours=hours)).strftime("%H:%M") for hours in (-1, 8))
    path = os.path.join(place, "mijnoverheid-sno-2020.yaml")
    with open(path) as file:
        text = file.read()
    with open(path, "w") as file:
        file.write(text.replace("hours: 23:00-07:00", f"hours: {start}-{end}"))
    return place


class Asking:
    def __init__(self, server):
        self.server = server
        self.caller = server.caller()

    def run(self, question, patience_seconds=3600):
        """The state of the finished request, the seconds its run took, and the most memory meanwhile."""
        body = json.dumps(question).encode()
        begin = time.monotonic()
        state = json.loads(self.caller.send("POST", "/api/v1/abonnementaanvragen", body))
        most = 0
        while state["status"] in ("wacht", "loopt"):
            if time.monotonic() - begin > patience_seconds:
                sys.exit("the request does not end")
            time.sleep(0.05)
            most = max(most, self.server.megabytes())
            state = json.loads(self.caller.send("GET", f"/api/v1/abonnementaanvragen/{state['id']}"))
        moments = [datetime.datetime.fromisoformat(state[name]) for name in ("gestartOp", "gereedOp")]
        return state, (moments[1] - moments[0]).total_seconds(), most

    def fetch(self, state):
        """The lines of a result, their bytes as sent, and the seconds it took."""
        begin = time.monotonic()
        packed = self.caller.send("GET", state["resultaat"])
        seconds = time.monotonic() - begin
        return gzip.decompress(packed).count(b"\n"), len(packed), seconds
