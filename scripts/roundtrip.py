#!/usr/bin/env python3
"""Reads an exported graph with other people's programs and compares it with what was meant.

  roundtrip.py graphml FILE EXPECTED      networkx and igraph
  roundtrip.py graphml-yed|graphml-gephi|graphml-cytoscape FILE EXPECTED
                                          the same, whatever the dialect adds
  roundtrip.py gexf FILE EXPECTED         networkx
  roundtrip.py nodelink FILE EXPECTED     networkx
  roundtrip.py cytoscape FILE EXPECTED    networkx
  roundtrip.py csv FOLDER EXPECTED        Python's own reader of tables
  roundtrip.py pajek FILE EXPECTED        networkx and igraph: vertices, and arcs with ends and weights
  roundtrip.py rdf FOLDER EXPECTED        rdflib: graph.ttl and graph.jsonld say the same, and every stance is in them
  roundtrip.py dot FILE EXPECTED          Graphviz's own reader, and the SVG that it draws; labels are not
                                          compared, since they are broken into lines
  roundtrip.py dot-plain FILE EXPECTED    Graphviz's own reader

EXPECTED is JSON: {"graph": {NAME: VALUE}, "nodes": [{"id", "uid", "attributes": {…}}],
"edges": [{"id", "uid", "source", "target", "from", "to", "attributes": {…}}]}, where id, source and target are names that
XML can hold, and uid, from and to the true ones. Every node, edge and attribute is compared, values and
types; a missing value is an attribute that is not there. Prints what differs and exits 1, else prints counts.
Needs networkx, for GraphML python-igraph, `dot` on PATH for DOT.
"""
import json
import math
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree


class Difference(Exception):
    pass


def check(condition, message):
    if not condition:
        raise Difference(message)


def same(found, wanted):
    """Whether two values are equal; an int must not come back as a double or a string."""
    return type(found) is type(wanted) and found == wanted


def compare(reader, what, found, wanted):
    """Compares attributes, name by name."""
    for name in sorted(set(found) | set(wanted)):
        check(name in found, f'{reader}: {what} has lost {name} = {wanted.get(name)!r}')
        check(name in wanted, f'{reader}: {what} has {name} = {found.get(name)!r}, which was not written')
        check(same(found[name], wanted[name]),
              f'{reader}: {name} of {what} is {found[name]!r}, not {wanted[name]!r}')


# What a dialect of GraphML adds to nodes and edges, as networkx and igraph show it.
ADDED = {
    'graphml-gephi': {'r', 'g', 'b', 'size'},
    'graphml-yed': {'graphics', 'x', 'y', 'shape_type'},
    'graphml-cytoscape': {'shared name', 'shared interaction', 'name'},
}


def added(kind, found, wanted):
    """Without what a dialect adds, and that of the same name was not meant."""
    names = {name for name in ADDED.get(kind, ()) if name not in wanted}
    # For a dialect of yEd, networkx takes the label from the drawing.
    empty = {name for name in ('label',) if kind == 'graphml-yed' and name not in wanted}
    return {k: v for k, v in found.items() if k not in names | empty}


def networkx_reader(path, expected, kind):
    import networkx
    graph = networkx.read_graphml(path, force_multigraph=True)
    check(graph.is_directed(), 'networkx: the graph is not directed')
    compare('networkx', 'the graph', {k: v for k, v in graph.graph.items()
                                      if k not in ('node_default', 'edge_default')}, expected['graph'])
    check(sorted(graph.nodes) == sorted(n['id'] for n in expected['nodes']), 'networkx: other nodes')
    for node in expected['nodes']:
        compare('networkx', node['id'], added(kind, graph.nodes[node['id']], node['attributes']),
                node['attributes'])
    check(graph.number_of_edges() == len(expected['edges']),
          f"networkx: {graph.number_of_edges()} edges, not {len(expected['edges'])}")
    for edge in expected['edges']:
        ends = (edge['source'], edge['target'])
        check(graph.has_edge(*ends, key=edge['id']), f"networkx: no edge {edge['id']} between {ends}")
        # networkx keeps the edge's id as the key and, in some versions, as an attribute as well.
        found = {k: v for k, v in graph.edges[(*ends, edge['id'])].items() if k != 'id'}
        compare('networkx', edge['id'], added(kind, found, edge['attributes']), edge['attributes'])


def gexf_reader(path, expected):
    import networkx
    graph = networkx.read_gexf(path)
    check(graph.is_directed(), 'networkx: the graph is not directed')
    check(sorted(graph.nodes) == sorted(n['id'] for n in expected['nodes']), 'networkx: other nodes')
    for node in expected['nodes']:
        found = {k: v for k, v in graph.nodes[node['id']].items() if k != 'viz' and (k, v) != ('label', '')}
        compare('networkx', node['id'], found, node['attributes'])
    found = {data['id']: (source, target, data) for source, target, data in graph.edges(data=True)}
    check(graph.number_of_edges() == len(expected['edges']) == len(found),
          f"networkx: {graph.number_of_edges()} edges, not {len(expected['edges'])}")
    for edge in expected['edges']:
        source, target, data = found[edge['id']]
        check((source, target) == (edge['source'], edge['target']), f"networkx: other ends of {edge['id']}")
        spells = data.get('spells', [])
        check(all(start < end for start, end in spells), f"an empty spell of {edge['id']}")
        attributes = {k: v for k, v in data.items() if k not in ('id', 'viz', 'spells')}
        if not attributes.get('label'):
            attributes.pop('label', None)
        compare('networkx', edge['id'], attributes, edge['attributes'])


def json_reader(path, expected, kind):
    import networkx
    with open(path, encoding='utf-8') as file:
        data = json.load(file)
    if kind == 'nodelink':
        graph = networkx.node_link_graph(data, edges='edges')
    else:
        graph = networkx.cytoscape_graph(data)
    check(graph.is_directed() and graph.is_multigraph(), 'networkx: no directed multigraph')
    check(sorted(graph.nodes) == sorted(n['uid'] for n in expected['nodes']), 'networkx: other nodes')
    for node in expected['nodes']:
        found = {k: v for k, v in graph.nodes[node['uid']].items() if k not in ('id', 'value')}
        if 'name' in found and found['name'] is None:
            del found['name']
        compare('networkx', node['uid'], found, node['attributes'])
    check(graph.number_of_edges() == len(expected['edges']), f'networkx: {graph.number_of_edges()} edges')
    for edge in expected['edges']:
        found = dict(graph.edges[edge['from'], edge['to'], edge['uid']])
        for name in ('id', 'key', 'source', 'target'):
            found.pop(name, None)
        if 'voice' in found:
            found['source'] = found.pop('voice')
        compare('networkx', edge['uid'], found, edge['attributes'])


def pajek_reader(path, expected):
    import igraph
    import networkx
    ends = sorted((edge['from'], edge['to'], edge['attributes']['weight']) for edge in expected['edges'])
    names = [node['uid'] for node in expected['nodes']]
    graph = networkx.read_pajek(path)
    check(sorted(graph.nodes) == sorted(names), 'networkx: other vertices')
    found = sorted((a, b, data['weight']) for a, b, data in graph.edges(data=True))
    check(found == ends, 'networkx: other arcs')
    graph = igraph.Graph.Read_Pajek(path)
    check(graph.vs['name'] == names, 'igraph: other vertices')
    found = sorted((names[e.source], names[e.target], e['weight']) for e in graph.es)
    check(found == ends, 'igraph: other arcs')


def rdf_reader(folder, expected):
    import os
    from urllib.parse import quote
    import rdflib
    from rdflib.compare import isomorphic
    from rdflib.namespace import RDF
    turtle = rdflib.Graph().parse(os.path.join(folder, 'graph.ttl'), format='turtle')
    check(isomorphic(turtle, rdflib.Graph().parse(os.path.join(folder, 'graph.jsonld'), format='json-ld')),
          'rdflib: Turtle and JSON-LD differ')
    terms = rdflib.Namespace('urn:stancegraph:terms:')
    annotation = rdflib.Namespace('http://www.w3.org/ns/oa#')

    def iri(uid):
        name = 'article:' + uid.removeprefix('document:') if uid.startswith('document:') else uid
        return rdflib.URIRef('urn:stancegraph:' + quote(name, safe=':,*()'))

    stances = [edge for edge in expected['edges'] if edge['attributes']['kind'] == 'stance']
    found = set(turtle.subjects(RDF.type, terms.Statement))
    check(len(found) == len(stances), f'rdflib: {len(found)} statements, not {len(stances)}')
    for edge in stances:
        node = iri('stance:' + edge['uid'])
        check(node in found, f"rdflib: no statement {edge['uid']!r}")
        check(turtle.value(node, terms.holder) == iri(edge['from']), f"rdflib: another holder of {edge['uid']}")
        check(turtle.value(node, terms.target) == iri(edge['to']), f"rdflib: another target of {edge['uid']}")
        side = {1: 'support', -1: 'oppose', 0: 'neutral'}[edge['attributes']['polarity']]
        check(turtle.value(node, terms.polarity) == terms[side], f"rdflib: another side of {edge['uid']}")
        words = turtle.value(node, annotation.hasTarget / annotation.hasSelector / annotation.exact)
        check(str(words or '') == edge['attributes'].get('quotation', ''), f"rdflib: other words of {edge['uid']}")


def csv_reader(folder, expected):
    import csv
    import os
    csv.field_size_limit(10 ** 9)
    for name, wanted in (('nodes.csv', expected['nodes']), ('edges.csv', expected['edges'])):
        with open(os.path.join(folder, name), encoding='utf-8', newline='') as file:
            rows = list(csv.DictReader(file))
        check(len(rows) == len(wanted), f'{name}: {len(rows)} rows, not {len(wanted)}')
        for row, element in zip(rows, wanted):
            ends = [row.pop('Id')] + ([row.pop('Source'), row.pop('Target')] if name == 'edges.csv' else [])
            meant = [element['uid']] + ([element['from'], element['to']] if name == 'edges.csv' else [])
            check(ends == meant, f'{name}: {ends} instead of {meant}')
            for key, value in row.items():
                check(match(value, element['attributes'].get(key, '')),
                      f"{name}: {key} of {meant[0]} is {value!r}, not {element['attributes'].get(key)!r}")


def igraph_reader(path, expected, kind):
    import igraph
    import warnings
    with warnings.catch_warnings():
        warnings.simplefilter('error')
        graph = igraph.Graph.Read_GraphML(path)
    check(graph.is_directed(), 'igraph: the graph is not directed')
    compare('igraph', 'the graph', {k: graph[k] for k in graph.attributes()}, expected['graph'])

    def plain(attributes, wanted):
        # igraph has a value for every element: '' or NaN where there is none; all its numbers are doubles, and
        # it adds the XML ids, wrongly for edges.
        found = {}
        for name, value in attributes.items():
            if name == 'id' or value is None or value == '' or isinstance(value, float) and math.isnan(value):
                continue
            if isinstance(value, float) and type(wanted.get(name)) is int and value.is_integer():
                value = int(value)
            found[name] = value
        return added(kind, found, wanted)

    check(graph.vcount() == len(expected['nodes']), f'igraph: {graph.vcount()} nodes')
    check(graph.ecount() == len(expected['edges']), f'igraph: {graph.ecount()} edges')
    for vertex, node in zip(graph.vs, expected['nodes']):
        check(vertex['id'] == node['id'], f"igraph: node {vertex['id']} instead of {node['id']}")
        compare('igraph', node['id'], plain(vertex.attributes(), node['attributes']), node['attributes'])
    for found, edge in zip(graph.es, expected['edges']):
        ends = (graph.vs[found.source]['id'], graph.vs[found.target]['id'])
        check(ends == (edge['source'], edge['target']), f"igraph: {edge['id']} is between {ends}")
        compare('igraph', edge['id'], plain(found.attributes(), edge['attributes']), edge['attributes'])


def rules(path, kind):
    """The rules for GraphML that no reader checks; returns the root."""
    root = ElementTree.parse(path).getroot()
    space = '{http://graphml.graphdrawing.org/xmlns}'
    check(root.tag == space + 'graphml', f'the root is {root.tag}')
    tags = [child.tag for child in root]
    check(tags == [space + 'key'] * (len(tags) - 1) + [space + 'graph'], 'keys do not all precede the graph')
    keys = {}
    for key in root.findall(space + 'key'):
        own = set(key.attrib) - ({'yfiles.type'} if kind == 'graphml-yed' else set())
        check(own == {'id', 'for', 'attr.name', 'attr.type'}, f'key with {key.attrib}')
        check(key.get('for') in ('graph', 'node', 'edge'), f"key for {key.get('for')}")
        check(key.get('attr.type') in ('boolean', 'int', 'long', 'float', 'double', 'string'),
              f"key of type {key.get('attr.type')}")
        check(key.get('id') not in keys, f"key {key.get('id')} twice")
        check(key.get('attr.name') not in ('id', 'key'), f"an attribute named {key.get('attr.name')}")
        check(len(key) == 0, 'a default')
        keys[key.get('id')] = key
    graph = root.find(space + 'graph')
    kinds = [child.tag.removeprefix(space) for child in graph]
    check(kinds == sorted(kinds, key=['data', 'node', 'edge'].index), 'data, nodes and edges are mixed')
    ids = set()
    name = re.compile(r'[A-Za-z][A-Za-z0-9_.:-]*')
    for element in graph:
        if element.tag == space + 'data':
            continue
        check(name.fullmatch(element.get('id')), f"{element.get('id')!r} is no name")
        check(element.get('id') not in ids, f"{element.get('id')} twice")
        check('directed' not in element.attrib, 'a direction of its own')
        ids.add(element.get('id'))
        for data in element:
            check(data.text or len(data), f"an empty {data.get('key')}")
            check(keys[data.get('key')].get('for') == element.tag.removeprefix(space), 'a key of another scope')
    for edge in graph.findall(space + 'edge'):
        check({edge.get('source'), edge.get('target')} <= ids, f"edge {edge.get('id')} hangs in the air")


def unescaped(text):
    """Takes back what the writer does to backslashes and line ends."""
    return re.sub(r'\\(.)', lambda match: '\n' if match[1] == 'n' else match[1], text, flags=re.S)


def gvpr_values(path, expected):
    """What Graphviz itself read, through gvpr: one field a line, since its JSON is broken by some values."""
    names = sorted({name for n in expected['nodes'] for name in n['attributes']})
    edge_names = sorted({name for e in expected['edges'] for name in e['attributes']})

    def program(items, kind):
        fields = '\n'.join(f'  printf("%s\\036", hasAttr($, "{name}") ? aget($, "{name}") : "");'
                           for name in items)
        place = 'printf("%s\\036", $.name);' if kind == 'N' else \
            'printf("%s\\036%s\\036", $.tail.name, $.head.name);'
        return f'{kind} {{\n  {place}\n{fields}\n  printf("\\035");\n}}'

    rows = {}
    for kind, items in (('N', names), ('E', edge_names)):
        output = subprocess.run(['gvpr', program(items, kind), path], capture_output=True, check=True).stdout
        rows[kind] = [record.split('\x1e')[:-1] for record in output.decode().split('\x1d')[:-1]]
    return names, rows['N'], edge_names, rows['E']


def dot_reader(path, expected, drawn):
    # `nop` reads and writes without a layout.
    for command in (['nop', path], ['dot', '-Tsvg', path])[:2 if drawn else 1]:
        done = subprocess.run(command, capture_output=True)
        check(done.returncode == 0, f'{command}: {done.stderr.decode()}')
        check(not done.stderr, f'{command} warns: {done.stderr.decode()}')
    if drawn:
        groups = ElementTree.fromstring(done.stdout).findall('.//{http://www.w3.org/2000/svg}g')
        for kind, wanted in (('node', expected['nodes']), ('edge', expected['edges'])):
            count = sum((g.get('class') or '').split(' ')[0] == kind for g in groups)
            check(count == len(wanted), f'dot drew {count} {kind}s, not {len(wanted)}')
        for element in expected['nodes'] + expected['edges']:
            element['attributes'].pop('label', None)

    names, nodes, edge_names, edges = gvpr_values(path, expected)
    check(len(nodes) == len(expected['nodes']), f'gvpr: {len(nodes)} nodes')
    check(len(edges) == len(expected['edges']), f'gvpr: {len(edges)} edges')
    # A name is the true id, or its XML name where DOT can't hold it.
    known = {node['id'] for node in expected['nodes']}
    # Two ids may differ in what DOT can't hold alone: the one that it holds has the name.
    ids = {}
    for node in sorted(expected['nodes'], key=lambda n: n['attributes'].get('uid') == n['uid']):
        ids[node['attributes'].get('uid', node['uid'])] = node['id']

    def xml_id(name):
        return name if name in known else ids.get(name, name)

    found = {xml_id(row[0]): row[1:] for row in nodes}
    for node in expected['nodes']:
        row = found.get(node['id'])
        check(row is not None, f"gvpr: no node {node['id']}")
        for name, value in zip(names, row):
            wanted = node['attributes'].get(name, '')
            check(match(unescaped(value), wanted), f"gvpr: {name} of {node['id']} is {value!r}, not {wanted!r}")
    by_id = {}
    if not expected['edges']:
        return
    position = edge_names.index('statement_id')
    for row in edges:
        by_id.setdefault(unescaped(row[2 + position]), []).append(row)
    for edge in expected['edges']:
        rows = by_id.get(edge['attributes'].get('statement_id', ''), [])
        ends = [edge['source'], edge['target']]
        check(any([xml_id(end) for end in row[:2]] == ends and
                  all(match(unescaped(value), edge['attributes'].get(name, ''))
                      for name, value in zip(edge_names, row[2:])) for row in rows),
              f"gvpr: edge {edge['id']} came back as {rows}")


def match(found, wanted):
    if isinstance(wanted, float):
        return found != '' and float(found) == wanted
    return found == str(wanted)


def main():
    kinds = ('graphml', *ADDED, 'gexf', 'nodelink', 'cytoscape', 'csv', 'pajek', 'rdf', 'dot', 'dot-plain')
    if len(sys.argv) != 4 or sys.argv[1] not in kinds:
        sys.exit(__doc__)
    kind, path, expected_path = sys.argv[1:]
    with open(expected_path, encoding='utf-8') as file:
        expected = json.load(file)
    try:
        if kind.startswith('graphml'):
            rules(path, kind)
            networkx_reader(path, expected, kind)
            igraph_reader(path, expected, kind)
        elif kind == 'gexf':
            gexf_reader(path, expected)
        elif kind in ('nodelink', 'cytoscape'):
            json_reader(path, expected, kind)
        elif kind == 'pajek':
            pajek_reader(path, expected)
        elif kind == 'rdf':
            rdf_reader(path, expected)
        elif kind == 'csv':
            csv_reader(path, expected)
        else:
            dot_reader(path, expected, kind == 'dot')
    except Difference as difference:
        sys.exit(f'{path}: {difference}')
    print(f"{len(expected['nodes'])} nodes and {len(expected['edges'])} edges came back")


if __name__ == '__main__':
    main()
