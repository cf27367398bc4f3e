#!/usr/bin/python3
"""check_openmetrics.py FILE: whether Prometheus reads it, and what; 77 where its parser is not
installed. A line a family, `counter tiendo_events  3`, then one a sample,
`tiendo_events_total type=TaskAccepted 2.0`."""
import pathlib
import sys

try:
    from prometheus_client.openmetrics.parser import text_string_to_metric_families
except ImportError:
    sys.exit(77)

try:
    for family in text_string_to_metric_families(pathlib.Path(sys.argv[1]).read_text("utf-8")):
        print(family.type, family.name, family.unit, len(family.samples))
        for sample in family.samples:
            print(sample.name, *(f"{name}={value}" for name, value in sample.labels.items()),
                  float(sample.value))
except ValueError as refused:
    sys.exit(f"not OpenMetrics: {refused}")
