# The fuzzing client, run as its command line would run it.
import io  # first: where a package of the suite asks for it, Jython would find our Java package io
import json
import os

from autobahntestsuite import wstest


def run(reports, agents, cases):
    """Judges each agent, a name and an address, in each case; gives what was found of each."""
    wstest.start({'mode': 'fuzzingclient', 'debug': False}, {
        'options': {'failByDrop': False},
        'outdir': reports,
        'servers': [{'agent': str(agent), 'url': str(agents[agent])} for agent in agents],
        'cases': [str(case) for case in cases],
        'exclude-cases': [],
        'exclude-agent-cases': {}})
    with open(os.path.join(reports, 'index.json')) as index:
        return json.load(index)
