import SourceText
import StanceModel
import StanceTestSupport
import Testing

@Suite struct GraphFilterTests {
  private let graph = InventedDispute.graph

  private func filtered(_ change: (inout GraphFilter) -> Void) throws -> StanceGraph {
    var filter = GraphFilter()
    change(&filter)
    return try graph.filtered(filter)
  }

  @Test func `without a wish the graph is the same`() throws {
    let same = try graph.filtered(GraphFilter())
    #expect(same.nodes == graph.nodes)
    #expect(same.edges == graph.edges)
  }

  @Test func `every edge that is left has both its ends, and no node hangs alone`() throws {
    let part = try filtered { $0.only = ["country", "issue"] }
    let uids = Set(part.nodes.map(\.uid))
    #expect(part.nodes.allSatisfy { $0.kind == .country || $0.kind == .issue })
    #expect(part.edges.allSatisfy { uids.contains($0.from) && uids.contains($0.to) })
    #expect(uids == Set(part.edges.flatMap { [$0.from, $0.to] }))
    #expect(!part.edges.isEmpty && part.edges.count < graph.edges.count)
  }

  @Test func `kinds of edges are kept as wished`() throws {
    let part = try filtered { $0.only = ["stance"] }
    #expect(part.edges.allSatisfy { $0.kind == .stance })
    #expect(part.statements == graph.statements)
    #expect(part.relations.isEmpty)
  }

  @Test func `a period leaves what was said in it, and what has no time`() throws {
    let dates = graph.edges.compactMap { $0.kind == .stance ? $0.start : nil }
    let last = try #require(dates.max())
    let part = try filtered { $0.from = last }
    let stances = part.edges.filter { $0.kind == .stance }
    #expect(!stances.isEmpty && stances.count < dates.count)
    #expect(stances.allSatisfy { $0.start == last })
    let none = try filtered { $0.from = "2999" }
    #expect(none.edges.allSatisfy { $0.kind != .stance && $0.kind != .relation })
  }

  @Test func `the neighbourhood of a node is what is so many edges away`() throws {
    let center = try #require(graph.nodes.first { $0.kind == .country })
    for name in [center.uid, center.label.uppercased()] {
      let part = try filtered {
        $0.around = name
        $0.hops = 1
      }
      let near = Set(
        graph.edges.filter { $0.from == center.uid || $0.to == center.uid }
          .flatMap { [$0.from, $0.to] })
      #expect(Set(part.nodes.map(\.uid)) == near)
    }
    let alone = try filtered {
      $0.around = center.uid
      $0.hops = 0
    }
    #expect(alone.nodes.map(\.uid) == [center.uid])
  }

  @Test func `the top has the nodes with the most statements`() throws {
    let part = try filtered { $0.top = 5 }
    #expect(part.nodes.count <= 5)
    let most = graph.nodes.map(\.statementCount).max()
    #expect(
      part.nodes.contains { node in
        graph.nodes.first { $0.uid == node.uid }?.statementCount == most
      })
  }

  @Test func `light stances go`() throws {
    let part = try filtered { $0.minimumWeight = 2 }
    let sums = part.aggregatedEdges().filter { $0.kind == .stance }
    #expect(sums.allSatisfy { $0.statementCount >= 2 })
  }

  @Test(
    arguments: [
      ("2024-13", nil, nil), ("x", nil, nil), ("2024", "2023", nil), (nil, nil, "Nowhere"),
    ] as [(String?, String?, String?)])
  func `what can't be meant is said`(from: String?, to: String?, around: String?) {
    #expect(throws: Diagnostic.self) {
      try filtered {
        $0.from = from
        $0.to = to
        $0.around = around
      }
    }
  }
}

@Suite struct ActorTieTests {
  @Test func `a tie counts the targets on which two take the same side, and those on which not`() {
    let graph = InventedDispute.graph
    let ties = graph.actorTies()
    #expect(!ties.isEmpty)
    func sides(_ uid: String) -> Set<String> {
      Set(
        graph.edges.filter { $0.kind == .stance && $0.from == uid && $0.polarity != .neutral }
          .map { "\($0.to) \($0.interaction)" })
    }
    for tie in ties {
      #expect(tie.first < tie.second)
      let shared = sides(tie.first).intersection(sides(tie.second))
        .filter { !$0.hasPrefix(tie.first + " ") && !$0.hasPrefix(tie.second + " ") }
      #expect(tie.agreed.count == shared.count)
      #expect(!tie.agreed.isEmpty || !tie.disputed.isEmpty)
    }
  }
}
