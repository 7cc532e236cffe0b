import Glibc

/// Columns to write into: `COLUMNS`, else what the terminal says, else 80.
func terminalWidth(of descriptor: Int32, environment: [String: String]) -> Int {
  if let said = environment["COLUMNS"].flatMap({ Int($0) }), (1...1000).contains(said) {
    return said
  }
  var size = winsize()
  guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
  return Int(size.ws_col)
}
