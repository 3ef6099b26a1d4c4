import Foundation
import StanceTestSupport
import Testing

/// What a user may give the program by mistake: one clear message, the right status, nothing half-written.
@Suite struct BadInputTests {
  /// Makes the input, names it, and tells what the program must say of it.
  struct Fault: Sendable, CustomTestStringConvertible {
    var name: String
    var status: Int32
    var message: String
    var bytes: [UInt8]?

    var testDescription: String { name }

    init(_ name: String, _ status: Int32, _ bytes: [UInt8]?, _ message: String) {
      self.name = name
      self.status = status
      self.bytes = bytes
      self.message = message
    }
  }

  static let faults = [
    Fault(
      "missing.txt", 66, nil,
      """
      missing.txt: error: no such file or folder
        Correct the path; a name with spaces goes in quotation marks.

      """),
    Fault(
      "binary.txt", 65, [0x4E, 0, 1, 2, 0x6F, 0, 3, 0x7F] + [UInt8](repeating: 2, count: 500),
      """
      binary.txt: error: this is binary data, not text
        Give plain text in UTF-8, HTML or JSON Lines.

      """),
    Fault(
      "letter.pdf", 65, Array("%PDF-1.5\n".utf8),
      """
      letter.pdf: error: this is a PDF document, not text
        Save its text first: pdftotext FILE.pdf FILE.txt

      """),
    Fault(
      "broken.txt", 65, Array("Norway\nopposes ".utf8) + [0xFF] + Array(" the plan.\n".utf8),
      """
      broken.txt:2: error: broken UTF-8: byte 15 is 0xFF
        If it is in another encoding, convert it: iconv -f WINDOWS-1252 -t UTF-8 'broken.txt' > NEW.txt

      """),
    Fault(
      "empty.txt", 65, [],
      """
      empty.txt: error: the article is empty
        Put its text there, or leave the file out.

      """),
    Fault(
      "blank.txt", 65, [0xEF, 0xBB, 0xBF] + Array(" \r\n\t\n".utf8),
      """
      blank.txt: error: the article is empty
        Put its text there, or leave the file out.

      """),
    Fault(
      "menu.html", 65,
      Array("<html><body><nav><a href='/'>Home</a></nav><script>run()</script></body></html>".utf8),
      """
      menu.html: error: no article text in this page
        If a program in the page loads the text, open it in a browser and save it from there.

      """),
    Fault(
      "huge.txt", 65, Array(String(repeating: "Norway opposes the plan.\n", count: 2_000_000).utf8),
      """
      huge.txt: error: more than 8 MB, too much for one article
        Split it into one file for each article, or into JSON Lines, an article a line.

      """),
  ]

  @Test(arguments: faults)
  func `a bad article alone ends with its message and status, and writes nothing`(fault: Fault)
    throws
  {
    let place = try Workplace()
    if let bytes = fault.bytes { try place.write(bytes, to: fault.name) }
    let before = place.files()
    let outcome = try place.run("build", fault.name, "-o", "out")
    #expect(outcome.errors == fault.message)
    #expect(outcome.status == fault.status)
    #expect(outcome.output.isEmpty)
    #expect(place.files() == before)
    for command in ["statements", "annotate", "text", "export"] {
      let outcome = try place.run(command, fault.name)
      #expect(outcome.errors == fault.message, "\(command)")
      #expect(outcome.status == fault.status, "\(command)")
      #expect(outcome.output.isEmpty, "\(command)")
    }
  }

  @Test func `the other articles get through, and the summary names those that did not`() throws {
    let place = try Workplace()
    try place.write(shortArticle, to: "good.txt")
    let faults = Self.faults.prefix(5)
    for fault in faults { if let bytes = fault.bytes { try place.write(bytes, to: fault.name) } }
    let outcome = try place.shell(
      "stancegraph build \(faults.map(\.name).joined(separator: " ")) good.txt -o out")
    #expect(outcome.status == 65)
    #expect(outcome.errors.hasPrefix(faults.map(\.message).joined()))
    #expect(
      outcome.output.hasPrefix(
        "Read 1 article, 21 words; not read: missing.txt, binary.txt, letter.pdf, broken.txt, empty.txt.\n"
      ))
    try place.run("build", "good.txt", "-o", "alone")
    for name in ["graph.graphml", "graph.dot", "graph.svg", "statements.jsonl"] {
      #expect(try place.bytes("out/\(name)") == place.bytes("alone/\(name)"))
    }
  }

  @Test func `a bad line of JSON Lines is named, and the other lines are read`() throws {
    let place = try Workplace()
    try place.write(
      """
      {"text": "Norway opposes the plan of Russia.", "document": "one"}
      {"text": "Norway opposes
      {"text": "Germany supports the sanctions against Russia.", "document": "two"}

      """, to: "a.jsonl")
    let outcome = try place.run("text", "a.jsonl")
    #expect(outcome.status == 65)
    #expect(outcome.errors.hasPrefix("a.jsonl:2: error: no article in JSON: "))
    #expect(
      outcome.output == """
        Norway opposes the plan of Russia.
        Germany supports the sanctions against Russia.

        """)
  }

  @Test func `a folder without articles is no input`() throws {
    let place = try Workplace()
    try place.write("x", to: "folder/picture.gif")
    let outcome = try place.run("build", "folder", "-o", "out")
    #expect(outcome.status == 66)
    #expect(
      outcome.errors == """
        folder: error: no articles in this folder
          Articles end in one of .htm .html .jsonl .ndjson .shtml .text .txt .xhtml; name a file of another kind by itself.

        """)
    #expect(place.files() == ["folder/picture.gif"])
  }

  @Test func `a broken row of the ontology is named by file and line`() throws {
    let place = try Workplace()
    try place.write(shortArticle, to: "a.txt")
    let table = try String(
      contentsOfFile: repositoryRoot + "/ontology/offices.tsv", encoding: .utf8)
    let lines = table.split(separator: "\n").prefix(2).joined(separator: "\n")
    try place.write(lines + "\nolena-kova\tcountry:UA\n", to: "mine/offices.tsv")
    let message = """
      mine/offices.tsv:3: error: 2 cells where the first line has 10
        Separate cells by tabs, and leave a cell empty rather than out.

      """
    let validate = try place.run("validate", "--ontology", "mine")
    #expect(validate.status == 65)
    #expect(validate.errors == message + "1 error\n")
    let build = try place.run("build", "a.txt", "--ontology", "mine", "-o", "out")
    #expect(build.status == 65)
    #expect(build.errors == message)
    #expect(place.files() == ["a.txt", "mine/offices.tsv"])
  }

  @Test func `a broken row of the cue words is named by file and line`() throws {
    let place = try Workplace()
    let table = try String(contentsOfFile: repositoryRoot + "/ontology/cues.tsv", encoding: .utf8)
    let header = table.prefix { $0 != "\n" }
    try place.write(
      header + "\nloathe\tV\tnonsense\t-\tsubj\tobj\t5\tasserted\t\t\n", to: "mine/cues.tsv")
    let outcome = try place.run("validate", "--ontology", "mine")
    #expect(outcome.status == 65)
    #expect(outcome.errors.hasPrefix("mine/cues.tsv:2: error: "))
  }

  @Test(arguments: [
    (
      "cues.tsv", "loathe\tV\tattitude\t-\tsubj\tobj\t5\tasserted\t\t\n",
      "'loathe' (V, attitude, target obj) is on line 2 already"
    ),
    ("reporting-cues.tsv", "avow\tVERB\tsay\t\t\n", "'avow' (VERB) is on line 2 already"),
  ])
  func `a trigger that stands twice in one table is named by file and line`(
    file: String, row: String, problem: String
  ) throws {
    let place = try Workplace()
    try place.write(shortArticle, to: "a.txt")
    let table = try String(contentsOfFile: repositoryRoot + "/ontology/" + file, encoding: .utf8)
    try place.write(table.prefix { $0 != "\n" } + "\n" + row + row, to: "mine/" + file)
    for command in [["validate"], ["statements", "a.txt"]] {
      let outcome = try place.shell(
        "stancegraph \(command.joined(separator: " ")) --ontology mine")
      #expect(outcome.status == 65)
      #expect(outcome.errors.hasPrefix("mine/\(file):3: error: \(problem)\n  Expected: one row "))
    }
  }

  @Test func `weights that were cut short, or are none, are told`() throws {
    let place = try Workplace()
    try place.write(shortArticle, to: "a.txt")
    let whole = try Data(
      contentsOf: URL(
        fileURLWithPath: repositoryRoot + "/Sources/LanguageAnalysis/Resources/encoder.sgw"))
    try place.write([UInt8](whole.prefix(1_000_000)), to: "cut.sgw")
    try place.write(shortArticle, to: "text.sgw")
    let cut = try place.run("build", "a.txt", "--weights", "cut.sgw", "-o", "out")
    #expect(cut.status == 65)
    #expect(
      cut.errors.hasPrefix(
        "cut.sgw: error: cut short or added to: 1000000 bytes, where its head says \(whole.count)\n  Install StanceGraph again"
      ))
    let other = try place.run("build", "a.txt", "--weights", "text.sgw", "-o", "out")
    #expect(other.status == 65)
    #expect(other.errors.hasPrefix("text.sgw: error: this is no weights file"))
    let missing = try place.run(
      "build", "a.txt", "-o", "out", environment: ["STANCEGRAPH_WEIGHTS": "none.sgw"])
    #expect(missing.status == 66)
    #expect(
      missing.errors.hasPrefix("none.sgw: error: the file of the encoder's weights is not here\n"))
    #expect(place.files() == ["a.txt", "cut.sgw", "text.sgw"])
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "there is no /dev/full"))
  func `a full disk is told, on standard output and in a file`() throws {
    let place = try Workplace()
    try place.write(shortArticle, to: "a.txt")
    let remedy = "Free some space, or write to another disk.\n"
    for command in ["statements", "annotate", "text", "export"] {
      let outcome = try place.shell("stancegraph \(command) a.txt > /dev/full")
      #expect(outcome.status == 74, "\(command)")
      #expect(
        outcome.errors == "standard output: error: the disk is full\n  \(remedy)", "\(command)")
    }
    let file = try place.run("export", "a.txt", "-o", "/dev/full")
    #expect(file.status == 74)
    #expect(file.errors == "/dev/full: error: the disk is full\n  \(remedy)")
  }

  /// Whether a disk can be mounted that only this test sees.
  static let canMount: Bool = {
    let outcome = try? Workplace().shell("unshare -rm mount -t tmpfs -o size=16k none .")
    return outcome?.status == 0
  }()

  @Test(.enabled(if: canMount, "no small disk can be mounted here"))
  func `a disk that fills up on the way leaves what stood there before`() throws {
    let place = try Workplace()
    try place.write(shortArticle, to: "a.txt")
    try place.write("", to: "disk/placeholder")
    try place.write(
      """
      mount -t tmpfs -o size=16k none disk || exit 1
      mkdir disk/out
      echo '// stancegraph' > disk/out/graph.dot
      stancegraph build a.txt -o disk/out
      echo $?
      ls -A disk/out
      cat disk/out/graph.dot

      """, to: "fill.sh")
    let outcome = try place.shell("unshare -rm sh fill.sh")
    #expect(outcome.output == "74\ngraph.dot\n// stancegraph\n")
    #expect(
      outcome.errors.hasSuffix(
        ": error: the disk is full\n  Free some space, or write to another disk.\n"))
  }

  @Test func `without Graphviz the graph is written all the same`() throws {
    let place = try Workplace()
    try place.write(shortArticle, to: "a.txt")
    let bare = ["PATH": place.path("nothing")]
    let message = """
      dot: error: Graphviz is not installed, so no picture can be drawn
        Install it, for example with 'sudo apt install graphviz', and see that 'dot' is on PATH.

      """
    // A picture of an earlier run would show another graph.
    try place.write("<!-- stancegraph -->", to: "out/graph.svg")
    let build = try place.run("build", "a.txt", "-o", "out", environment: bare)
    #expect(build.status == 69)
    #expect(build.errors.hasPrefix(message))
    #expect(build.output.contains("\nNo picture was drawn; "))
    #expect(
      place.files(in: "out").filter { $0 != "graph.svg" } == [
        "graph.dot", "graph.graphml", "statements.jsonl",
      ])
    let render = try place.run("render", "a.txt", "-o", "graph.png", environment: bare)
    #expect(render.status == 69)
    #expect(render.errors == message)
    #expect(!place.files().contains("graph.png"))
    #expect(try place.run("export", "a.txt", environment: bare).status == 0)
  }

  @Test(arguments: ["graph.graphml", "graph.dot", "graph.svg", "statements.jsonl"])
  func `a file of others is not written over without --force`(name: String) throws {
    let place = try Workplace()
    try place.write(shortArticle, to: "a.txt")
    try place.write("my own\n", to: "out/\(name)")
    let refused = try place.run("build", "a.txt", "-o", "out")
    #expect(refused.status == 73)
    #expect(
      refused.errors == """
        out/\(name): error: the file is there, and this program did not write it
          Choose another output, or write over it with --force.

        """)
    #expect(place.files() == ["a.txt", "out/\(name)"])
    #expect(try place.text("out/\(name)") == "my own\n")
    #expect(try place.run("build", "a.txt", "-o", "out", "--force").status == 0)
    #expect(try place.text("out/\(name)") != "my own\n")
    #expect(try place.run("build", "a.txt", "-o", "out").status == 0, "ours is known again")
  }

  @Test func `an output that can't be is told`() throws {
    let place = try Workplace()
    try place.write(shortArticle, to: "a.txt")
    let folder = try place.run("build", "a.txt", "-o", "a.txt")
    #expect(folder.status == 74)
    #expect(
      folder.errors == """
        a.txt: error: a file stands where its folder should be
          Give another path, or move that file away.

        """)
    let file = try place.run("export", "a.txt", "-o", "none/graph.graphml")
    #expect(file.status == 74)
    #expect(
      file.errors == """
        none/graph.graphml: error: its folder is not there
          Make the folder first, or give another path.

        """)
    #expect(try place.text("a.txt") == shortArticle)
  }

  @Test(arguments: [
    (["--date", "yesterday"], "--date: error: “yesterday” is no day of the calendar"),
    (["--input", "pdf"], "--input: error: “pdf” is no kind of article"),
    (["--min-confidence", "2"], "Error: --min-confidence takes a number from 0 to 1."),
    (["--jobs", "0"], "Error: --jobs takes a number from 1 on."),
  ])
  func `an option that makes no sense is an error of usage`(
    options: [String], message: String
  ) throws {
    let place = try Workplace()
    try place.write(shortArticle, to: "a.txt")
    let outcome = try place.shell("stancegraph statements a.txt \(options.joined(separator: " "))")
    #expect(outcome.status == 64)
    #expect(outcome.errors.hasPrefix(message))
    #expect(outcome.output.isEmpty)
  }
}
