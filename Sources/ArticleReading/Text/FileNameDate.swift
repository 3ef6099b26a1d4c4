/// Reads dates from the names of files and from addresses.
enum FileNameDate {
  /// The day in `2025-02-12-aid.txt`, `aid_20250212.html` or `2025.02.12.txt`; only the file's own
  /// name counts, not its folders.
  static func date(in path: String) -> CalendarDate? {
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    let runs = digitRuns(name)
    for run in runs where run.digits.utf8.count == 8 {
      if let date = CalendarDate(compact: run.digits) { return date }
    }
    for (index, run) in runs.enumerated() where run.digits.utf8.count == 4 {
      guard index + 2 < runs.count else { break }
      let (month, day) = (runs[index + 1], runs[index + 2])
      guard month.digits.utf8.count == 2, day.digits.utf8.count == 2,
        ["-", "_", "."].contains(month.before), day.before == month.before
      else { continue }
      if let date = CalendarDate(
        year: Int(run.digits) ?? 0, month: Int(month.digits) ?? 0, day: Int(day.digits) ?? 0)
      {
        return date
      }
    }
    return nil
  }

  /// A year that stands alone in a path, for a dateline without one.
  static func year(in path: String) -> Int? {
    digitRuns(path).compactMap { run in
      run.digits.utf8.count == 4 ? Int(run.digits) : nil
    }.last { (1900..<2100).contains($0) }
  }

  /// The day in the path of an address: `/2025/02/12/aid`, `/2025/feb/12/aid`, `/2025-02-12/`.
  static func date(inAddress url: String) -> CalendarDate? {
    let path = url.split(separator: "?", maxSplits: 1).first ?? ""
    let parts = path.split(separator: "/")
    for index in parts.indices where index + 2 < parts.endIndex {
      guard parts[index].utf8.count == 4, let year = Int(parts[index]),
        parts[index + 2].utf8.count <= 2
      else { continue }
      if let date = CalendarDate(metadata: "\(parts[index + 2]) \(parts[index + 1]) \(year)")
        ?? CalendarDate(metadata: "\(year)-\(parts[index + 1])-\(parts[index + 2])")
      {
        return date
      }
    }
    return parts.dropFirst().lazy.compactMap { date(in: String($0)) }.first
  }

  private static func digitRuns(_ text: String) -> [(digits: String, before: String)] {
    var runs: [(digits: String, before: String)] = []
    var digits = String.UnicodeScalarView()
    var before = String.UnicodeScalarView()
    func end() {
      guard !digits.isEmpty else { return }
      runs.append((String(digits), String(before)))
      digits = String.UnicodeScalarView()
      before = String.UnicodeScalarView()
    }
    for scalar in text.unicodeScalars {
      if scalar.isDigit {
        digits.append(scalar)
      } else {
        end()
        before.append(scalar)
      }
    }
    end()
    return runs
  }
}
