import Testing

@testable import ArticleReading

@Suite struct CalendarDateTests {
  @Test(arguments: [
    ("2025-02-12", "2025-02-12"), ("2025-02-12T23:59:00-08:00", "2025-02-12"),
    ("2025-02-12 10:00:00", "2025-02-12"), ("20250212", "2025-02-12"),
    ("20250212T101500Z", "2025-02-12"), ("2025/2/3", "2025-02-03"),
    ("Wed, 12 Feb 2025 10:15:00 GMT", "2025-02-12"), ("12 February 2025", "2025-02-12"),
    ("February 12, 2025", "2025-02-12"), ("Feb. 12th, 2025", "2025-02-12"),
    ("12th of February 2025", "2025-02-12"), ("Friday, January 3, 2020", "2020-01-03"),
    ("13.02.2025", "2025-02-13"), ("02/13/2025", "2025-02-13"), ("04/04/2025", "2025-04-04"),
    ("2024-02-29", "2024-02-29"), ("2000-02-29", "2000-02-29"), ("12Feb2025", "2025-02-12"),
  ])
  func `a day is read in every common form`(text: String, expected: String) {
    #expect(CalendarDate(metadata: text)?.description == expected)
  }

  @Test(arguments: [
    "", "yesterday", "2025", "2025-02", "2025-13-01", "2025-02-30", "2023-02-29", "1900-02-29",
    "31 April 2025", "0 May 2025", "02/03/2025", "99999999", "12-13", "May 2025", "1.2.3", "-1-1-1",
    "2025-00-10", "Feb 12",
  ])
  func `what is no day, or may be two, is none`(text: String) {
    #expect(CalendarDate(metadata: text) == nil)
  }

  @Test(arguments: [
    ("2025-02-12-aid.txt", "2025-02-12"), ("a/b/aid_20250212.html", "2025-02-12"),
    ("2025.02.12.txt", "2025-02-12"), ("paper-2025_02_12-p1.txt", "2025-02-12"),
    ("20251399.txt", nil), ("2025-02-12/aid.txt", nil), ("article-123456789.txt", nil),
    ("2025-02-30.txt", nil), ("aid.txt", nil), ("2025-2.txt", nil),
  ])
  func `a file's name may hold its day`(path: String, expected: String?) {
    #expect(FileNameDate.date(in: path)?.description == expected)
  }

  @Test(arguments: [
    ("https://paper.example/2025/02/12/aid", "2025-02-12"),
    ("https://paper.example/world/2025/feb/12/aid?x=2020-01-01", "2025-02-12"),
    ("https://paper.example/news/2025-02-12-aid.html", "2025-02-12"),
    ("https://paper.example/2025/02/aid", nil), ("https://paper.example/a-20250212331", nil),
  ])
  func `an address may hold the day`(url: String, expected: String?) {
    #expect(FileNameDate.date(inAddress: url)?.description == expected)
  }
}

@Suite struct DateLineTests {
  @Test(arguments: [
    "KYIV, Feb. 12, 2025 (Wire) — Ukraine said on Wednesday that it would not give in.",
    "LONDON, 12 February 2025 – Ukraine said that it would not give in.",
    "ST. JOHN'S, Newfoundland, Feb 12 2025 -- Ukraine said that it would not give in.",
    "Wednesday, 12 February 2025", "February 12, 2025", "Published 12 Feb 2025 at 10:15 GMT",
    "By Jane Doe | 12 February 2025", "Washington, February 12, 2025",
    "Published: 12 Feb 2025. Last updated: 14 Feb 2025",
    "Updated 14 Feb 2025 Published 12 Feb 2025",
  ])
  func `the day stands in a dateline or in a line of its own`(text: String) {
    #expect(DateLine.date(in: ["A title", text], year: nil)?.description == "2025-02-12")
  }

  @Test(arguments: [
    "The treaty was signed on 12 February 2025 in Minsk.",
    "On February 12, 2025 — a Wednesday — the treaty was signed in Minsk by both of the presidents.",
    "The talks of 12 February 2025 — the third this year — ended without a result.",
    "KYIV, Feb 12 (Wire) — Ukraine said that it would not give in.",
    "Why the accord of 12 February 2025 failed so soon after it was signed in the Belarusian capital",
  ])
  func `the day of an event, or one without its year, is none`(text: String) {
    #expect(DateLine.date(in: [text], year: nil) == nil)
  }

  @Test func `a dateline without a year takes it from elsewhere`() {
    let text = "KYIV, Feb 12 (Wire) — Ukraine said that it would not give in."
    #expect(DateLine.date(in: [text], year: 2025)?.description == "2025-02-12")
  }
}
