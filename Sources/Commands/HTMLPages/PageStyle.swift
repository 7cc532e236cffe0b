/// The look of every page, in the light, in the dark and on paper.
let pageStyle = """
  <style>
  :root { color-scheme: light dark; --ink: #1b1f24; --page: #fff; --faint: #5b636d; --line: #d5d9de;
    --mark: #1f5fa8; --heat: 43, 108, 176; --broken: #a33a00 }
  @media screen and (prefers-color-scheme: dark) {
    :root { --ink: #eceff2; --page: #16181b; --faint: #a8b0b9; --line: #3a4047; --mark: #7db7f5;
      --heat: 74, 144, 217; --broken: #ffb27a }
  }
  * { box-sizing: border-box }
  body { margin: 0; background: var(--page); color: var(--ink);
    font: 16px/1.5 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif }
  main { max-width: 60rem; margin: 0 auto; padding: 1rem }
  h1 { font-size: 1.5rem; line-height: 1.25 }
  h2 { font-size: 1.2rem; margin: 2.2rem 0 .6rem; border-bottom: 1px solid var(--line) }
  figure { margin: 1rem 0 }
  figcaption, caption { text-align: left; color: var(--faint); padding-bottom: .4rem }
  .plot { list-style: none; margin: 0; padding: 0 }
  .plot li { display: grid; grid-template-columns: 16rem 1fr 3rem; gap: .6rem; align-items: center }
  .plot li.group { display: block; margin-top: .6rem }
  .plot .figure { text-align: right; font-variant-numeric: tabular-nums }
  @media (max-width: 40rem) {
    .plot li { grid-template-columns: 1fr 3rem; gap: 0 .4rem }
    .plot .name { grid-column: 1 / -1; margin-top: .3rem }
  }
  svg { display: block; overflow: visible }
  svg text { fill: var(--faint); font-size: 12px; text-anchor: middle }
  svg text.end { text-anchor: end }
  svg text.count { fill: var(--ink) }
  .pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(16rem, 100%), 1fr));
    gap: 0 1.5rem }
  .curve-plot { width: 100%; max-width: 26rem }
  .grid { stroke: var(--line); stroke-width: 1 }
  .zero { stroke: var(--faint); stroke-width: 1 }
  .ideal { stroke: var(--faint); stroke-width: 1.5; stroke-dasharray: 5 4 }
  .bar { stroke: var(--mark); stroke-width: 2.5; stroke-linecap: round; opacity: .65 }
  .dot { fill: var(--mark) }
  .curve { fill: none; stroke: var(--mark); stroke-width: 2 }
  .wide { overflow-x: auto; margin: 1rem 0 }
  table { border-collapse: collapse; font-variant-numeric: tabular-nums }
  th, td { padding: .25rem .6rem; text-align: right; border-bottom: 1px solid var(--line);
    white-space: nowrap }
  th:first-child { text-align: left; font-weight: 500; white-space: normal; min-width: 9rem }
  th.words, td.words { text-align: left; white-space: normal; min-width: 12rem }
  thead th { color: var(--faint); font-weight: 500 }
  .heat { background: rgba(var(--heat), calc(var(--share) * .55)) }
  .broken { color: var(--broken) }
  h1, h2, h3, p, li, q, caption { overflow-wrap: anywhere }
  h3 { font-size: 1rem; margin: 1.4rem 0 .4rem }
  .skip { position: absolute; left: -100rem }
  .skip:focus { left: 1rem; background: var(--page) }
  .note { color: var(--faint) }
  .timeline text.low { text-anchor: start }
  .timeline text.high { text-anchor: end }
  .mark { overflow: visible }
  .band { fill: var(--mark); opacity: .12 }
  .mean { stroke: var(--faint); stroke-width: 1.5; stroke-dasharray: 5 4 }
  .own { fill: none; stroke: var(--ink); stroke-width: 1.5 }
  @media print {
    :root { color-scheme: light }
    body { font-size: 11pt }
    main { max-width: none; padding: 0 }
    .skip { display: none }
    .wide { overflow: visible }
    th, td { white-space: normal; padding: .2rem .4rem }
    figure, tr, li { break-inside: avoid }
    h2, h3, caption { break-after: avoid }
  }
  </style>
  """
