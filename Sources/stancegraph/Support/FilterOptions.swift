import ArgumentParser
import StanceModel

/// Which part of the graph to write or draw.
struct FilterOptions: ParsableArguments {
  @Option(help: "Nothing before this date, YYYY, YYYY-MM or YYYY-MM-DD.")
  var from: String?

  @Option(help: "Nothing after this date.")
  var to: String?

  @Option(
    help: "Only nodes or edges of this kind, such as country, issue, stance; may be repeated.")
  var only: [String] = []

  @Option(help: "Only stances that so many statements take.")
  var minWeight = 1

  @Option(help: "Only what is near this node, by label or id.")
  var around: String?

  @Option(help: "How many edges away from --around.")
  var hops = 1

  @Option(help: "Only so many nodes, those with the most statements.")
  var top: Int?

  func validate() throws {
    if minWeight < 1 { throw ValidationError("--min-weight is at least 1") }
    if hops < 0 { throw ValidationError("--hops is at least 0") }
    if let top, top < 1 { throw ValidationError("--top is at least 1") }
  }

  var filter: GraphFilter {
    var filter = GraphFilter()
    filter.from = from
    filter.to = to
    filter.only = only
    filter.minimumWeight = minWeight
    filter.around = around
    filter.hops = hops
    filter.top = top
    return filter
  }
}
