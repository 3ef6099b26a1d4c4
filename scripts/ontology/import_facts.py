#!/usr/bin/env python3
"""Makes the tables of `ontology/` from the fact tables in `../shared/facts` (a maintainers' tool).

  python3 scripts/ontology/import_facts.py            write ontology/*.tsv
  python3 scripts/ontology/import_facts.py --check    say which tables would change; exit 1 if any

Standard library only. The fact tables stand beside a maintainer's checkout; where they are missing
this says so and does nothing. What the fact tables lack is in `additions.py`.
"""
import re
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path

import additions as more

ROOT = Path(__file__).resolve().parents[2]
FACTS = ROOT.parent / "shared" / "facts"
OUT = ROOT / "ontology"


def read(name):
    lines = (FACTS / f"{name}.tsv").read_text(encoding="utf-8").split("\n")
    header = lines[0].split("\t")
    return [dict(zip(header, line.split("\t"))) for line in lines[1:] if line]


def split(cell):
    return [value for value in cell.split("|") if value]


def join(values):
    """The values in order, each once."""
    return "|".join(dict.fromkeys(value for value in values if value))


def with_article(name):
    """A name that is a common word without its article is written with a capital one."""
    return "T" + name[1:] if name in more.NEEDS_ARTICLE else name


def fold(text):
    decomposed = unicodedata.normalize("NFD", text)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).lower()


def source(cell):
    """`wikidata/x;hand` as ids of sources.tsv."""
    values = [re.sub(r"^wikidata/", "", value) for value in cell.split(";")]
    values = [re.sub(r"\(wikidata\)$", "", value) for value in values]
    return join("cia-factbook" if value == "factbook" else value for value in values)


def countries():
    rows = []
    for row in read("countries"):
        code, dropped = row["id"], set(more.COUNTRY_DROP.get(row["id"], []))
        capitals = [re.sub(r" \(.*\)$", "", c) for c in split(row["capitals"])]
        adjectives = split(row["adjective"]) + more.COUNTRY_ADJECTIVES.get(code, [])
        adjectives = [a for a in adjectives if a not in dropped]
        metonyms = split(row["metonyms"]) + more.COUNTRY_METONYMS.get(code, [])
        current = row["status"].startswith("UN member") or code in {"TW", "XK", "PS", "VA", "HK"}
        if current:
            metonyms += [c for c in capitals[:1] if c != row["name"] and code not in {"BE", "IL", "PS"}]
            for adjective in adjectives:
                metonyms += [f"{adjective} government", f"{adjective} Government"]
            if not adjectives:
                metonyms.append(f"{row['name']} government")
        rows.append({
            **row,
            "official_name": row["official_name"] if row["official_name"] != row["name"] else "",
            "aliases": join(with_article(a) for a in split(row["aliases"]) + more.COUNTRY_ALIASES.get(code, [])
                            if a not in dropped and a not in (row["name"], row["official_name"])),
            "demonym_singular": join(d for d in split(row["demonym_singular"]) if d not in dropped),
            "demonym_plural": join(d for d in split(row["demonym_plural"])
                                   + more.COUNTRY_DEMONYMS.get(code, []) if d not in dropped),
            "adjective": join(adjectives),
            "capitals": join(capitals),
            "metonyms": join(metonyms),
            "source": source(row["source"]),
        })
    return rows


def people():
    rows = []
    for row in read("people"):
        if row["name"].islower():
            row["name"], row["family_names"] = row["name"].title(), row["family_names"].title()
        family, variants = split(row["family_names"]), []
        full = [row["name"]] + [v for v in split(row["variants"]) if " " in v]
        for variant in split(row["variants"]):
            # A single word that ends a full name is a family name, not a name of its own.
            tail = any(fold(name).endswith(" " + fold(variant)) for name in full)
            if " " not in variant and (tail or fold(variant) in map(fold, family)):
                family.append(variant)
            elif variant != row["name"]:
                variants.append(variant)
        known = {fold(name) for name in [row["name"], *variants, *family]}
        generated = [g for g in split(row["generated_variants"]) if fold(g) not in known]
        rows.append({**row, "family_names": join(family), "variants": join(variants),
                     "generated_variants": join(generated), "source": source(row["source"])})
    for key, (name, family, variants, gender, homes) in more.PEOPLE.items():
        rows.append({"id": key, "name": name, "family_names": join(family),
                     "variants": join(variants), "gender": gender, "countries": join(homes),
                     "source": "hand"})
    return rows


def offices():
    rows = []
    for row in read("offices"):
        note = row["note"]
        if "2026 change" in note:
            note = "a change of 2026, read in public pages; the date may be coarse"
        elif "checked against" in note:
            note = ""
        elif "next recorded holder" in note:
            note = "ended when the next recorded holder began, or before"
        elif note == "year precision":
            note = ""
        rows.append({**row, "entity": f"{row['entity_kind']}:{row['entity']}", "note": note,
                     "source": source(row["source"])})
    for person, entity, kind, title, start, end, speaks in more.OFFICES:
        rows.append({"person": person, "entity": entity, "office": kind, "title": title,
                     "start": start, "end": end, "speaks_for": speaks, "source": "hand"})
    return rows


def possessive(name):
    return name + ("'" if name.endswith("s") else "'s")


def state_bodies(taken, names):
    """Ministries, parliaments and armed forces by one pattern, where no row has their names yet."""
    by_code = {row["id"]: row for row in countries()}
    rows = []
    for code in more.STATE_BODIES:
        row = by_code[code]
        adjectives = split(row["adjective"]) or [row["name"]]
        owners = adjectives + [possessive(row["name"])]
        for suffix, name, nouns, kind in [
            ("mfa", "Ministry of Foreign Affairs of {}", ["Foreign Ministry", "foreign ministry"],
             "ministry"),
            ("mod", "Ministry of Defence of {}",
             ["Defence Ministry", "defence ministry", "Defense Ministry", "defense ministry"],
             "ministry"),
            ("parliament", "Parliament of {}", ["parliament", "Parliament"], "ministry"),
            ("army", "Armed forces of {}", ["army", "military", "armed forces", "forces", "troops"],
             "agency"),
        ]:
            variants = [f"{owner} {noun}" for owner in owners for noun in nouns]
            if any(fold(v) in names for v in variants):
                continue
            key = f"{code.lower()}-{suffix}"
            if key in taken:
                continue
            rows.append({"id": key, "name": name.format(row["name"]), "variants": join(variants),
                         "type": kind, "home_country": code, "source": "hand"})
    return rows


def organizations():
    rows = []
    for row in read("organizations"):
        key = row["id"]
        if re.fullmatch(r"\d{4}", row["metonyms"]):
            row["metonyms"], row["start"] = "", row["metonyms"]
        rows.append({
            **row,
            "variants": join(with_article(v) for v in split(row["variants"])
                             + more.ORGANIZATION_VARIANTS.get(key, []) if v != row["name"]),
            "adjective": join(more.ORGANIZATION_ADJECTIVES.get(key, [])),
            "metonyms": join(split(row["metonyms"]) + more.ORGANIZATION_METONYMS.get(key, [])),
            "source": source(row["source"]),
        })
    for key, (name, variants, kind, home) in more.ORGANIZATIONS.items():
        rows.append({"id": key, "name": name, "variants": join(variants), "type": kind,
                     "home_country": home, "source": "hand"})
    taken = {row["id"] for row in rows}
    names = {fold(n) for row in rows for n in [row["name"], *split(row["variants"])]}
    return rows + state_bodies(taken, names)


def memberships():
    rows = [{**row, "member": "country:" + row["country"], "source": source(row["source"])}
            for row in read("memberships")]
    have = {row["organization"] for row in rows}
    if "UN" not in have:
        rows += [{"organization": "UN", "member": "country:" + row["id"], "role": "member",
                  "source": "country-codes"}
                 for row in read("countries") if row["status"] == "UN member"]
    for organization, member, role, start in more.MEMBERSHIPS:
        rows.append({"organization": organization, "member": member, "role": role, "start": start,
                     "source": "hand"})
    return rows


def regions():
    rows = []
    for row in read("regions"):
        adjectives, demonyms = more.REGION_WORDS.get(row["id"], ([], []))
        rows.append({**row, "adjective": join(adjectives), "demonyms": join(demonyms),
                     "variants": join(v for v in split(row["variants"])
                                      + more.REGION_VARIANTS.get(row["id"], [])
                                      if v != row["name"]),
                     "source": source(row["source"])})
    have = {row["id"] for row in rows}
    for key, (name, variants, kind, parent) in more.REGIONS.items():
        if key in have:
            continue
        adjectives, demonyms = more.REGION_WORDS.get(key, ([], []))
        rows.append({"id": key, "name": name, "variants": join(variants), "kind": kind,
                     "parent": parent, "adjective": join(adjectives), "demonyms": join(demonyms),
                     "source": "hand"})
    missing = (set(more.REGION_WORDS) | set(more.REGION_VARIANTS)) - {row["id"] for row in rows}
    if missing:
        sys.exit(f"additions.py: no such region: {', '.join(sorted(missing))}")
    return rows


def claims():
    rows = []
    for row in read("claims"):
        entity = f"{row['entity_kind']}:{row['entity']}"
        claimant = (entity if row["claimant_kind"] == "self"
                    else f"{row['claimant_kind']}:{row['claimant']}")
        rows.append({**row, "entity": entity, "claimant": claimant})
    return rows


def cities():
    """Cities, without those whose name is a word or a person's name unless they are large."""
    rows = []
    for row in read("cities"):
        flags = set(split(row["ambiguous"])) & {"common-word", "given-name", "family-name"}
        if flags and not row["capital"] and int(row["population"] or 0) < 300_000:
            continue
        rows.append({**row, "variants": join(v for v in split(row["variants"]) if v != row["name"]),
                     "source": source(row["source"]).replace("geonames", "geonames:" + row["geonames"])
                     if row["geonames"] else source(row["source"])})
    return rows


def given_names():
    rows = {}
    for row in read("given-names"):
        name = row["name"].title() if row["name"].isupper() and len(row["name"]) > 2 else row["name"]
        rows.setdefault(name, {**row, "name": name, "source": source(row["source"])})
    return list(rows.values())


def titles():
    gender = {"male": "m", "female": "f", "": ""}
    return [{**row, "gender": gender[row["gender"]], "speaks_for": row["speaks_for_government"],
             "source": source(row["source"])} for row in read("titles")]


def ambiguous(tables):
    city_ids = {row["id"] for row in tables["cities"]}
    rows = {}
    for row in read("ambiguous"):
        kept = [r for r in split(row["refs"]) if not r.startswith("city:") or r[5:] in city_ids]
        preferred = row["preferred"] if row["preferred"] in kept else ""
        if len(kept) > 1:
            rows[row["alias"]] = {"alias": row["alias"], "readings": join(kept),
                                  "preferred": preferred, "reason": row["reason"]}
    for alias, (readings, preferred, reason) in more.AMBIGUOUS.items():
        rows[alias] = {"alias": alias, "readings": join(readings), "preferred": preferred,
                       "reason": reason}
    # Government phrases that both a country and a body of its own have: the country acts.
    owners = defaultdict(list)
    for kind, name, columns in [("country", "countries", ["metonyms"]),
                                ("organization", "organizations", ["name", "variants"])]:
        for row in tables[name]:
            for column in columns:
                for value in split(row.get(column, "")):
                    owners[value].append(f"{kind}:{row['id']}")
    for alias, readings in owners.items():
        if alias.lower().endswith(" government") and len(readings) > 1:
            rows[alias] = {"alias": alias, "readings": join(readings), "preferred": readings[0],
                           "reason": "cross-kind"}
    return list(rows.values())


def sources():
    rows = []
    for row in read("sources"):
        what = row["what"]
        if row["id"] == "public-pages-2026":
            what = "changes of office in 2026, each read in several public pages of that year"
        licence = row["licence"].replace("same as the project", "as the project")
        rows.append({**row, "what": what, "licence": licence})
    rows.append({"id": "every-politician-scrapers", "licence": "CC0 (Wikidata statements)",
                 "what": "Wikidata, through the repositories of every-politician-scrapers below"})
    return rows


COLUMNS = {
    "countries": "id name official_name aliases demonym_singular demonym_plural adjective capitals "
                 "metonyms wikidata status start end source",
    "people": "id name family_names variants generated_variants gender countries wikidata source",
    "offices": "person entity office start title end as_of speaks_for source note",
    "organizations": "id name variants adjective type home_country metonyms wikidata start end "
                     "source",
    "memberships": "organization member role start end source",
    "regions": "id name variants demonyms adjective kind iso_3166_2 wikidata parent note source",
    "claims": "entity claimant claim start end note source",
    "cities": "id name variants country population capital source",
    "given-names": "name gender source",
    "titles": "id title variants plural kind gender speaks_for office source",
    "ambiguous": "alias readings preferred reason",
    "sources": "id what version date licence",
}


def written(name, rows):
    columns = COLUMNS[name].split()
    cells = [[row.get(column, "") for column in columns] for row in rows]
    cells.sort(key=lambda row: [cell.encode() for cell in row])
    lines = ["\t".join(columns)] + ["\t".join(row) for row in cells]
    return unicodedata.normalize("NFC", "\n".join(lines) + "\n")


def main():
    if not FACTS.is_dir():
        print(f"import_facts: {FACTS} is not here; ontology/ is left as it is", file=sys.stderr)
        return 0
    tables = {"countries": countries(), "people": people(), "offices": offices(),
              "organizations": organizations(), "memberships": memberships(),
              "regions": regions(), "claims": claims(), "cities": cities(),
              "given-names": given_names(), "titles": titles(), "sources": sources()}
    tables["ambiguous"] = ambiguous(tables)
    changed = []
    OUT.mkdir(exist_ok=True)
    for name, rows in tables.items():
        path, text = OUT / f"{name}.tsv", written(name, rows)
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            changed.append(path.name)
            if "--check" not in sys.argv:
                path.write_text(text, encoding="utf-8")
        print(f"{path.name:20} {len(rows):6} rows  {len(text.encode()):8} bytes")
    print("changed:", ", ".join(changed) or "nothing")
    return 1 if changed and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
