import Terminal

/// A page that needs nothing else and asks nothing of the network: no script, no other file.
///
/// `title` and `body` are HTML: what people wrote in them has gone through `shown`. `style` is what the
/// page looks like beside the look of all.
func htmlPage(_ title: String, _ body: String, style: String = "") -> String {
  """
  <!doctype html>
  <html lang="en">
  <head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
  <title>\(title)</title>
  \(pageStyle)\(style.isEmpty ? "" : "\n" + style)
  </head>
  <body>
  <a class="skip" href="#main">To the content</a>
  <main id="main">
  <h1>\(title)</h1>
  \(body)
  </main>
  </body>
  </html>

  """
}

/// Somebody's words on the page.
func shown(_ text: String) -> String { escaped(neutralised(text, lineBreaks: .asSpaces)) }

func rowHead(_ text: String) -> String { "<th scope=\"row\">\(text)</th>" }
func cell(_ text: String) -> String { "<td>\(text)</td>" }

/// A table that scrolls by itself where it is too wide, by keys, too.
///
/// Columns hold figures, but for the first and those whose number is in `words`.
func htmlTable(
  _ caption: String, _ heads: [String], _ rows: [String], words: Set<Int> = []
) -> String {
  let columns = heads.enumerated().map { column, head in
    "<th scope=\"col\"\(words.contains(column) ? " class=\"words\"" : "")>\(head)</th>"
  }.joined()
  return """
    <div class="wide" role="region" aria-label="\(caption)" tabindex="0">
    <table>
    <caption>\(caption)</caption>
    <thead><tr>\(columns)</tr></thead>
    <tbody>
    \(rows.map { "<tr>\($0)</tr>" }.joined(separator: "\n"))
    </tbody>
    </table>
    </div>
    """
}
