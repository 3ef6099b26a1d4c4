/// Texts that have broken a writer or a reader of some format.
public enum HostileText {
  public static let all: [String] = [
    "", " ", "\"quoted\"", "it's", "a\nb", "a\r\nb", "a\rb", "tab\there", "]]>", "<!-- -- -->",
    "<b>bold</b>", "&lt;", "&amp;amp;", "AT&T", "&#x1;", "C:\\new\\N\\G\\E", "ends in \\",
    "\\\"", "\\\\", "\u{0}nul", "\u{1}\u{8}\u{B}\u{1F}control", "\u{7F}\u{85}\u{2028}\u{2029}",
    "\u{FFFE}\u{FFFF}", "\u{FEFF}mark", "سمير حداد", "\u{202E}override\u{202C}", "👩‍👩‍👧‍👦 family",
    "e\u{301}", "\u{301}", "é", "1st", "node", "graph", "edge", "subgraph", "strict", "digraph",
    "-1.5",
    "{a|b}", "<a>", "a:b:c", "a;b,c", "a|b", "a | b", "%s%n", "${x}", "Київ", "北京", "ﬁ",
    "javascript:alert(1)", "x.-a", ".28", "http://a.b/?c=d&e=f", "true", "NaN", "null",
    String(repeating: "long ", count: 2000), String(repeating: "w", count: 10_000),
  ]
}
