import SourceText
import StanceOntology

extension StanceGraph {
  /// Builds the graph; equal input in any order gives an equal graph.
  ///
  /// - Parameters:
  ///   - title: The title of the graph; without one, the article's title or the number of articles.
  ///   - directory: Labels, codes and claims; the graph does without where it knows nothing.
  public init(
    statements: some Sequence<Statement>, relations: some Sequence<Relation>,
    documents: some Sequence<DocumentRecord>, directory: some GraphDirectory, title: String? = nil
  ) {
    var builder = GraphBuilder(directory: directory, documents: documents)
    let statements = Statement.sorted(statements).withoutRepeats()
    let relations = Relation.sorted(relations).withoutRepeats()
    for statement in statements { builder.add(statement) }
    for relation in relations { builder.add(relation) }
    builder.addAffiliations(relations)
    builder.addRoles()
    builder.addClaims()
    self.init(
      title: title ?? Self.title(of: builder.sortedDocuments), documents: builder.sortedDocuments,
      statements: statements, relations: relations, nodes: builder.sortedNodes,
      edges: builder.sortedEdges)
  }

  private static func title(of documents: [DocumentRecord]) -> String {
    guard documents.count == 1, let only = documents.first else {
      return "Stances in \(documents.count) articles"
    }
    return only.title ?? only.document
  }
}

/// Collects nodes and edges; the order of the calls gives the order of edges with evidence.
private struct GraphBuilder<Directory: GraphDirectory> {
  let directory: Directory
  private var documents: [String: DocumentRecord] = [:]
  private var nodes: [String: GraphNode] = [:]
  private var entities: [String: EntityID] = [:]
  private var evident: [GraphEdge] = []
  private var derived: [GraphEdge] = []
  private var ids: Set<String> = []

  init(directory: Directory, documents: some Sequence<DocumentRecord>) {
    self.directory = directory
    for record in documents.sorted(by: Self.precedes) where self.documents[record.document] == nil {
      self.documents[record.document] = record
    }
  }

  private static func precedes(_ a: DocumentRecord, _ b: DocumentRecord) -> Bool {
    ByteOrder.precedes([a.document, a.textHash, a.text], [b.document, b.textHash, b.text])
  }

  var sortedDocuments: [DocumentRecord] { documents.values.sorted(by: Self.precedes) }

  var sortedNodes: [GraphNode] { nodes.values.sorted { ByteOrder.precedes($0.uid, $1.uid) } }

  var sortedEdges: [GraphEdge] {
    // A statement and a relation at one place keep this order; both lists come sorted.
    let first = evident.enumerated().sorted { a, b in
      guard let x = a.element.evidence, let y = b.element.evidence else {
        return a.offset < b.offset
      }
      guard x.document.utf8.elementsEqual(y.document.utf8) else {
        return ByteOrder.precedes(x.document, y.document)
      }
      guard x.span == y.span else { return x.span < y.span }
      let (s, t) = ([a.element.from, a.element.to], [b.element.from, b.element.to])
      return s == t ? a.offset < b.offset : ByteOrder.precedes(s, t)
    }
    let kinds = GraphEdge.Kind.allCases
    let second = derived.sorted { a, b in
      a.kind == b.kind
        ? ByteOrder.precedes([a.from, a.to, a.id], [b.from, b.to, b.id])
        : (kinds.firstIndex(of: a.kind) ?? 0) < (kinds.firstIndex(of: b.kind) ?? 0)
    }
    return first.map(\.element) + second
  }

  // MARK: Edges with evidence

  mutating func add(_ statement: Statement) {
    let from = node(for: statement.holder)
    let to = node(for: statement.target)
    for uid in Set([from, to]) { nodes[uid]?.statementCount += 1 }
    let evidence = evidence(statement.document, statement.evidence, statement.quotation)
    let verb = Self.verb(statement.polarity)
    var edge = GraphEdge(
      kind: .stance, from: from, to: to,
      label: statement.modality == .asserted ? verb : "\(verb) (\(statement.modality.rawValue))",
      interaction: statement.polarity == .neutral ? "neutral" : verb, coder: .reader)
    edge.statementID = statement.id
    edge.polarity = statement.polarity
    edge.strength = statement.strength
    edge.modality = statement.modality
    edge.confidence = statement.confidence
    edge.source = statement.source?.description
    edge.chain = statement.chain.map(\.description)
    edge.cue = statement.cue
    edge.evidence = evidence
    edge.since = statement.date
    edge.year = (statement.date ?? evidence.date).flatMap { Int($0.prefix(4)) }
    edge.construction = statement.construction
    append(edge, to: \.evident, id: statement.id)
  }

  mutating func add(_ relation: Relation) {
    let from = node(for: relation.subject)
    let to = node(for: relation.object)
    var label = Labels.words(of: relation.predicate)
    if let year = relation.year { label += " (\(year))" }
    // What a party says of itself is its claim, not a fact of the graph.
    if let source = relation.source { label += ", says \(self.label(of: source))" }
    var edge = GraphEdge(
      kind: .relation, from: from, to: to, label: label, interaction: relation.predicate,
      coder: .reader)
    edge.statementID = relation.id
    edge.confidence = relation.confidence
    edge.source = relation.source?.description
    edge.evidence = evidence(relation.document, relation.evidence, relation.quotation)
    edge.year = relation.year
    edge.construction = relation.construction
    append(edge, to: \.evident, id: relation.id)
  }

  private func evidence(_ document: String, _ span: TextSpan, _ quotation: String)
    -> GraphEdge.Evidence
  {
    let record = documents[document]
    return GraphEdge.Evidence(
      document: document, title: record?.title, outlet: record?.outlet, date: record?.date,
      url: record?.url, span: span, quotation: quotation, textHash: record?.textHash)
  }

  private static func verb(_ polarity: Polarity) -> String {
    switch polarity {
    case .support: "supports"
    case .oppose: "opposes"
    case .neutral: "is neutral on"
    }
  }

  // MARK: Edges that follow

  mutating func addAffiliations(_ relations: [Relation]) {
    var offices: [EntityID: [EntityID: [Relation]]] = [:]
    for relation in relations where relation.predicate == "holds-office" {
      offices[relation.subject, default: [:]][relation.object, default: []].append(relation)
    }
    for entity in entities.values.sorted(by: { ByteOrder.precedes($0.description, $1.description) })
    where entity.kind == .person {
      let served = (offices[entity] ?? [:]).sorted { a, b in
        a.value.count == b.value.count
          ? ByteOrder.precedes(a.key.description, b.key.description)
          : a.value.count > b.value.count
      }
      // The ontology knows better whom somebody stands for than a phrase beside his name does.
      let known = directory.info(of: entity)?.affiliation
      if let main = known ?? served.first?.key {
        let uid = node(for: main)
        nodes[entity.description]?.affiliation = uid
      }
      for (body, _) in served { addAffiliation(entity, body, .reader) }
      if served.isEmpty, let known { addAffiliation(entity, known, .ontology) }
    }
  }

  private mutating func addAffiliation(
    _ person: EntityID, _ body: EntityID, _ coder: GraphEdge.Coder
  ) {
    let edge = GraphEdge(
      kind: .affiliation, from: node(for: person), to: node(for: body), label: "stands for",
      interaction: "affiliation", coder: coder)
    append(edge, to: \.derived, id: "affiliation(\(edge.from),\(edge.to))")
  }

  mutating func addRoles() {
    for issue in sortedNodes {
      for role in issue.roles {
        guard let filler = role.filler.flatMap({ nodes[$0]?.uid }) else { continue }
        let edge = GraphEdge(
          kind: .role, from: issue.uid, to: filler, label: role.name, interaction: role.name,
          coder: .ontology)
        append(edge, to: \.derived, id: "role(\(issue.uid),\(role.name),\(filler))")
      }
    }
  }

  mutating func addClaims() {
    // A claimant can be a disputed country itself: go on until nothing new comes.
    var pending = ByteOrder.sorted(entities.keys)
    var seen = Set(pending)
    while let uid = pending.popLast() {
      guard let territory = entities[uid] else { continue }
      for claim in directory.claims(on: territory) {
        addClaim(claim, on: territory)
        if seen.insert(claim.claimant.description).inserted {
          pending.append(claim.claimant.description)
        }
      }
    }
  }

  private mutating func addClaim(_ claim: TerritorialClaim, on territory: EntityID) {
    let words = claim.kind.words
    var edge = GraphEdge(
      kind: .claim, from: node(for: claim.claimant), to: node(for: territory),
      label: claim.since.map { "\(words), since \($0)" } ?? words,
      interaction: claim.kind.rawValue, coder: .ontology)
    edge.since = claim.since
    edge.until = claim.until
    edge.year = claim.since.flatMap { Int($0.prefix(4)) }
    edge.authority = claim.authority
    append(
      edge, to: \.derived,
      id: "claim(\(edge.from),\(edge.to),\(claim.kind.rawValue),\(claim.since ?? "-"))")
  }

  /// Gives the edge its id, made unique: networkx drops one of two edges with the same id.
  private mutating func append(
    _ edge: GraphEdge, to list: WritableKeyPath<Self, [GraphEdge]>, id: String
  ) {
    var edge = edge
    edge.id = id
    var number = 2
    while !ids.insert(edge.id).inserted {
      edge.id = "\(id)~\(number)"
      number += 1
    }
    self[keyPath: list].append(edge)
  }

  // MARK: Nodes

  private mutating func node(for entity: EntityID) -> String {
    let uid = entity.description
    // Two spellings of one text (é as one scalar or two) are one node: the first names it.
    if let known = nodes[uid] { return known.uid }
    let info = directory.info(of: entity)
    entities[uid] = entity
    nodes[uid] = GraphNode(
      uid: uid, kind: Self.kind(of: entity), label: label(of: entity), iso: info?.iso,
      wikidata: info?.wikidata)
    return uid
  }

  private mutating func node(for target: Target) -> String {
    switch target {
    case .entity(let entity):
      return node(for: entity)
    case .issue(let slug, var fillers):
      if directory.isSymmetric(slug) {
        fillers =
          fillers.compactMap(\.self).sorted {
            ByteOrder.precedes($0.description, $1.description)
          } + fillers.filter { $0 == nil }
      }
      let uid = Target.issue(slug: slug, roles: fillers).id
      if let known = nodes[uid] { return known.uid }
      let names = directory.roleNames(of: slug)
      let labels = fillers.map { $0.map { label(of: $0) } }
      nodes[uid] = GraphNode(
        uid: uid, kind: .issue,
        label: directory.label(of: slug, roles: labels)
          ?? Labels.label(ofIssue: slug, roles: labels),
        issue: slug,
        roles: fillers.enumerated().map { position, filler in
          GraphNode.Role(
            name: position < names.count ? names[position] : "role \(position + 1)",
            filler: filler?.description)
        })
      for filler in fillers.compactMap(\.self) { _ = node(for: filler) }
      return uid
    case .proposition(let predicate, let arguments):
      let uid = target.id
      if let known = nodes[uid] { return known.uid }
      let labels = arguments.map { EntityID(scalars: $0).map { label(of: $0) } ?? $0 }
      let text = Labels.label(ofProposition: predicate, arguments: labels)
      nodes[uid] = GraphNode(uid: uid, kind: .proposition, label: text.isEmpty ? uid : text)
      return uid
    }
  }

  private func label(of entity: EntityID) -> String {
    if entity.kind == .document, let record = documents[entity.key] {
      return record.title.flatMap { $0.isEmpty ? nil : $0 } ?? record.document
    }
    if let label = directory.info(of: entity)?.label, !label.isEmpty { return label }
    let made = Labels.label(of: entity)
    return made.isEmpty ? entity.description : made
  }

  private static func kind(of entity: EntityID) -> GraphNode.Kind {
    switch entity.kind {
    case .country: .country
    case .person: .person
    case .organization: .organization
    case .region: .region
    case .group: .group
    case .document: .document
    }
  }
}

extension GraphEdge {
  /// An edge that says nothing more than this; the builder gives it its id.
  fileprivate init(
    kind: Kind, from: String, to: String, label: String, interaction: String, coder: Coder
  ) {
    self.init(
      id: "", kind: kind, from: from, to: to, label: label, interaction: interaction, chain: [],
      coder: coder)
  }
}

extension Array where Element: Equatable {
  /// The elements without those that equal the one before.
  fileprivate func withoutRepeats() -> [Element] {
    enumerated().filter { $0.offset == 0 || $0.element != self[$0.offset - 1] }.map(\.element)
  }
}
