/// The largest one-to-one matching of coded records with what was read.
///
/// Augmenting paths (Kuhn 1955): a record that is matched stays so, hence the records that come first are served
/// first.
/// - Parameters:
///   - edges: for each record, what it may be matched with.
///   - order: the records in the order in which they are served.
/// - Returns: for each record, its partner, or nil.
func largestMatching(_ edges: [[Int]], order: [Int], partners: Int) -> [Int?] {
  var owner = [Int?](repeating: nil, count: partners)
  for record in order {
    var seen: Set<Int> = []
    _ = augment(record, edges, &owner, &seen)
  }
  var matched = [Int?](repeating: nil, count: edges.count)
  for (partner, record) in owner.enumerated() {
    if let record { matched[record] = partner }
  }
  return matched
}

private func augment(
  _ record: Int, _ edges: [[Int]], _ owner: inout [Int?], _ seen: inout Set<Int>
) -> Bool {
  for partner in edges[record] where seen.insert(partner).inserted {
    if owner[partner] == nil || augment(owner[partner] ?? record, edges, &owner, &seen) {
      owner[partner] = record
      return true
    }
  }
  return false
}
