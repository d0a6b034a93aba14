"""Every scenario of a folder against its schema, and misspelled ones that the schema must refuse."""
import copy
import json
import pathlib
import sys

import jsonschema

folder = pathlib.Path(sys.argv[1])
schema = json.loads((folder / "scenario.schema.json").read_text())
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema)

scenarios = [p for p in sorted(folder.glob("*.json")) if p.name != "scenario.schema.json"]
if len(scenarios) < 10:
    sys.exit("scenarios are missing")
failed = False
for path in scenarios:
    for error in validator.iter_errors(json.loads(path.read_text())):
        print(f"{path.name}: {error.json_path}: {error.message[:300]}")
        failed = True

good = json.loads((folder / "quickstart.json").read_text())


def refused(change):
    bad = copy.deepcopy(good)
    change(bad)
    return not validator.is_valid(bad)


faults = {
    "an energy for a power": lambda d: d["site"].update(it_capacity="100 MWh"),
    "no unit": lambda d: d["site"].update(it_capacity=100),
    "an unknown key": lambda d: d["site"].update(coling="direct_to_chip"),
    "an unknown name": lambda d: d["cluster"].update(server="hgx_h300"),
    "a format that is none": lambda d: d["service"].update(weights="fp9"),
    "no model": lambda d: d["service"].pop("model"),
}
for name, change in faults.items():
    if not refused(change):
        print(f"accepted: {name}")
        failed = True
sys.exit(failed)
