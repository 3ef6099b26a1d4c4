import SourceText
import StanceModel
import StanceOntology
import StanceTestSupport
import Testing

@Suite struct StanceGraphTests {
  private let graph = InventedDispute.graph

  private func node(_ uid: String) throws -> GraphNode {
    try #require(graph.nodes.first { $0.uid == uid })
  }

  @Test func `there is an edge for each statement and each relation`() {
    #expect(graph.edges.count { $0.kind == .stance } == InventedDispute.statements.count)
    #expect(graph.edges.count { $0.kind == .relation } == InventedDispute.relations.count)
  }

  @Test func `every end of an edge is a node, and ids are unique`() {
    let uids = graph.nodes.map(\.uid)
    #expect(Set(uids).count == uids.count)
    #expect(Set(graph.edges.map(\.id)).count == graph.edges.count)
    #expect(Set(graph.edges.flatMap { [$0.from, $0.to] }).isSubset(of: uids))
  }

  @Test func `every edge's span holds its quotation`() throws {
    let texts = Dictionary(uniqueKeysWithValues: graph.documents.map { ($0.document, $0.text) })
    for edge in graph.edges {
      guard let evidence = edge.evidence else { continue }
      #expect(try #require(texts[evidence.document])[evidence.span] == evidence.quotation)
    }
  }

  @Test func `the order of the input does not matter`() {
    let other = StanceGraph(
      statements: InventedDispute.statements.reversed() + InventedDispute.statements,
      relations: InventedDispute.relations.reversed(),
      documents: InventedDispute.documents.reversed() + InventedDispute.documents,
      directory: InventedDirectory(), title: graph.title)
    #expect(other.nodes == graph.nodes)
    #expect(other.edges == graph.edges)
    #expect(other.documents == graph.documents)
  }

  @Test func `edges follow document, start and end`() {
    let places = graph.edges.compactMap { edge in
      edge.evidence.map { ($0.document, $0.span.start, $0.span.end) }
    }
    #expect(zip(places, places.dropFirst()).allSatisfy { $0 <= $1 })
  }

  @Test func `a disputed territory has the claims of all claimants, with dates`() {
    let claims = graph.edges.filter { $0.kind == .claim && $0.to == "region:tarn-valley" }
    #expect(claims.map(\.from) == ["country:XA", "country:XF"])
    #expect(claims.map(\.since) == ["1921", "1988"])
    #expect(claims.allSatisfy { $0.coder == .ontology && $0.evidence == nil })
  }

  @Test func `a territory that only an issue names has its claimants too`() {
    let statement = InventedDispute.statements.first {
      $0.target.id == "issue:referendum(region:tarn-valley)" && $0.holder.key == "samir-haddad"
    }
    let small = StanceGraph(
      statements: [statement].compactMap(\.self), relations: [], documents: [],
      directory: InventedDirectory())
    #expect(small.nodes.map(\.uid).contains("country:XF"))
  }

  @Test func `what a party says of itself is worded as its claim`() throws {
    let edge = try #require(
      graph.edges.first { $0.interaction == "annexed" && $0.kind == .relation })
    #expect(edge.label == "annexed (2014), says Belmark")
    #expect(edge.year == 2014)
    #expect(edge.source == "country:XB")
  }

  @Test func `the two orders of a symmetric issue are one node`() throws {
    let uids = graph.nodes.filter { $0.issue == "negotiation" }.map(\.uid)
    #expect(uids == ["issue:negotiation(country:XA,country:XB)"])
    #expect(try node(uids[0]).statementCount == 5)
  }

  @Test func `an issue is tied to those who fill its roles`() {
    let roles = graph.edges.filter {
      $0.from == "issue:membership(country:XA,organization:NP)"
    }
    #expect(roles.map(\.interaction) == ["member", "organization"])
    #expect(roles.allSatisfy { $0.kind == .role })
  }

  @Test func `an office ties a person to a country once`() throws {
    #expect(try node("person:ada-brandt").affiliation == "country:XA")
    #expect(try node("person:tomas-reyes").affiliation == "organization:CU")
    let edges = graph.edges.filter { $0.kind == .affiliation && $0.from == "person:ada-brandt" }
    #expect(edges.map(\.to) == ["country:XA"])
  }

  @Test func `labels come from the directory, else from the id`() throws {
    #expect(
      try node("issue:membership(country:XA,organization:NP)").label
        == "Northern Pact membership of Arvonia")
    #expect(try node("issue:aid(*,country:XA)").label == "Aid to Arvonia")
    #expect(
      try node("issue:negotiation(country:XA,country:XB)").label
        == "negotiation (Arvonia, Belmark)")
    #expect(try node("proposition:close(country:XB,harbour)").label == "close (Belmark, harbour)")
    #expect(try node("group:valley-elders").label == "valley elders")
    #expect(
      try node("document:articles/c-talks.txt").label
        == "Talks on the valley & the \"isles\" <resume>")
  }

  @Test func `statements that share an id are two edges`() throws {
    var twin = try #require(InventedDispute.statements.first)
    twin.polarity = twin.polarity.flipped
    let both = StanceGraph(
      statements: [twin, InventedDispute.statements[0]], relations: [], documents: [],
      directory: EmptyDirectory())
    let stances = both.edges.filter { $0.kind == .stance }
    #expect(Set(stances.map(\.id)) == [twin.id, twin.id + "~2"])
    #expect(Set(stances.map(\.statementID)) == [twin.id])
  }

  @Test func `nothing in gives nothing out`() {
    let empty = StanceGraph(
      statements: [], relations: [], documents: [], directory: EmptyDirectory())
    #expect(empty.nodes.isEmpty && empty.edges.isEmpty)
    #expect(empty.title == "Stances in 0 articles")
  }

  @Test func `equal stances are added up, opposite ones are not`() throws {
    let sums = graph.aggregatedEdges()
    let membership = "issue:membership(country:XA,organization:NP)"
    let belmark = try #require(sums.first { $0.from == "country:XB" && $0.to == membership })
    #expect(belmark.polarity == .oppose)
    #expect(belmark.statementCount == 2)
    #expect(belmark.documentCount == 2)
    #expect(belmark.outletCount == 1)
    let talks = sums.filter {
      $0.from == "country:XA" && $0.to == "issue:ceasefire(region:tarn-valley)"
    }
    #expect(talks.map(\.statementCount) == [1])
    #expect(sums.reduce(0) { $0 + $1.edges.count } == graph.edges.count)
    #expect(Set(sums.map(\.id)).count == sums.count)
  }
}
