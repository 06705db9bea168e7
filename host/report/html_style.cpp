#include "report/html_style.hpp"

namespace remit::report {

const std::string_view html_style = R"css(
:root { color-scheme: light dark; --ink: #1c2126; --soft: #56606b; --page: #fff; --panel: #f4f6f8; --line: #d5dae0;
  --link: #0b5394; --good: #1d6b3c; --good-fill: #4f9d6e; --part: #8a6100; --part-fill: #d9a531; --doubt: #6a3d9a; --bad: #9c2b23;
  --mark: #b3261e; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e9ed; --soft: #a3adb8; --page: #15191d; --panel: #1e2429; --line: #3a434c;
  --link: #8ab8f0; --good: #7fd1a0; --good-fill: #3f8a5e; --part: #e5bd5c; --part-fill: #a87d1d; --doubt: #c4a3ec; --bad: #f09a92;
  --mark: #ff8a80; } }
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body { margin: 0 auto; max-width: 70rem; padding: 1.5rem 1.25rem 4rem; background: var(--page); color: var(--ink);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif; overflow-wrap: break-word; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .25rem; }
.index { columns: 18rem; padding-left: 1.1rem; } .index li { break-inside: avoid; } .index a { white-space: nowrap; }
.letter { display: inline-block; margin: 0 .9rem .3rem 0; vertical-align: top; } .letter[open] { display: block; }
h2 { font-size: 1.35rem; margin: 2.75rem 0 .75rem; padding-bottom: .3rem; border-bottom: 2px solid var(--line); }
h3 { font-size: 1.15rem; margin: 0 0 .25rem; }
h4 { font-size: 1rem; margin: 1.4rem 0 .4rem; }
p, ul, dl { margin: .4rem 0 .8rem; }
ul { padding-left: 1.3rem; }
a { color: var(--link); }
a:focus-visible, summary:focus-visible, .scroll:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: .5rem; background: var(--page); padding: .4rem .8rem; }
.soft { color: var(--soft); }
.note { background: var(--panel); border-left: 4px solid var(--link); padding: .6rem .9rem; margin: 1rem 0; }
.warning { border-left-color: var(--mark); }
code { font: .85em ui-monospace, "Cascadia Mono", "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; }
nav ul { list-style: none; display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; padding: 0; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; }
dl dt { color: var(--soft); }
dl dd { margin: 0; min-width: 0; }
td, dd, li, .said { unicode-bidi: isolate; }
.scroll { overflow-x: auto; margin: .6rem 0 1rem; }
table { border-collapse: collapse; width: 100%; font-size: .94rem; }
caption { text-align: left; color: var(--soft); padding-bottom: .3rem; }
th, td { text-align: left; vertical-align: top; padding: .4rem .6rem; border-bottom: 1px solid var(--line); }
th { font-weight: 600; border-bottom: 2px solid var(--line); }
tbody th { font-weight: inherit; border-bottom-width: 1px; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.ranked tr:has(+ tr.why) td { border-bottom: 0; padding-bottom: 0; }
tr.why td { color: var(--soft); padding-top: .1rem; }
tr.line td { border-top: 3px double var(--mark); border-bottom: 3px double var(--mark); color: var(--mark); font-weight: 600; }
tr.failed td:first-child { border-left: 4px solid var(--bad); }
tr.doubted td:first-child { border-left: 4px solid var(--doubt); }
.badge { display: inline-block; border: 1.5px solid currentColor; border-radius: .3rem; padding: 0 .45rem; font-weight: 600;
  white-space: nowrap; }
.approve-total { color: var(--good); } .approve-parts, .approve-in-principle { color: var(--part); }
.refer { color: var(--doubt); } .decline, .withdrawn { color: var(--soft); }
.outcome { font-weight: 600; } .outcome.pass { color: var(--good); font-weight: 400; } .outcome.fail { color: var(--bad); }
.outcome.refer, .outcome.error { color: var(--doubt); } .outcome.not_applicable { color: var(--soft); font-weight: 400; }
details { margin: .2rem 0; } summary { cursor: pointer; color: var(--link); padding: .15rem 0; }
article { border: 1px solid var(--line); border-radius: .5rem; padding: 1rem 1.25rem; margin: 0 0 1.5rem; }
article:target { border-color: var(--link); box-shadow: 0 0 0 2px var(--link); }
.many article { content-visibility: auto; contain-intrinsic-size: auto 60rem; }
article header p { margin: .1rem 0 .3rem; }
article footer { font-size: .85rem; color: var(--soft); margin-top: 1rem; border-top: 1px solid var(--line); padding-top: .5rem; }
svg text { fill: var(--ink); paint-order: stroke; stroke: var(--page); stroke-width: 3px; stroke-linejoin: round; } svg .end { text-anchor: end; } svg .middle { text-anchor: middle; }
svg rect { stroke-width: 1.5; } svg rect.approve-total { fill: var(--good-fill); stroke: var(--good); }
svg rect.approve-parts { fill: var(--part-fill); stroke: var(--part); stroke-dasharray: 6 3; }
svg rect.approve-in-principle { fill: none; stroke: var(--good); stroke-width: 3; }
svg rect.decline { fill: var(--panel); stroke: var(--soft); } svg rect.refer { fill: none; stroke: var(--doubt); stroke-dasharray: 2 3; }
svg .funding { stroke: var(--mark); stroke-width: 2; stroke-dasharray: 8 4; } svg .funding-label { fill: var(--mark); font-weight: 600; }
svg .grid { stroke: var(--line); }
figure { margin: 2rem 0; } figcaption h3 { margin: 0; } figcaption p { margin: .1rem 0 .5rem; } .download { font-size: .92rem; }
svg.figure { display: block; width: 100%; max-width: 33rem; min-width: 19rem; height: auto; font: 13px system-ui, "Liberation Sans", sans-serif; }
svg .strong { font-weight: 600; } svg .whole, svg .rest { fill: var(--panel); stroke: var(--soft); } svg .guide { stroke: var(--soft); stroke-dasharray: 2 2; }
svg .range { stroke: var(--ink); stroke-width: 2; } svg .mean { fill: var(--link); stroke: var(--page); }
svg .kept { fill: var(--link); stroke: var(--link); } svg .outline { fill: var(--panel); stroke: var(--soft); stroke-width: .8; }
svg rect.strip { fill: var(--ink); stroke: none; }
svg .open { fill: var(--page); stroke: var(--ink); } svg .stayed { stroke: var(--soft); } svg .rose { stroke: var(--good); stroke-width: 3; }
svg .fell { stroke: var(--bad); stroke-width: 2; stroke-dasharray: 6 4; }
svg rect.failed { fill: var(--bad); stroke: var(--bad); } svg rect.doubted { fill: none; stroke: var(--doubt); stroke-dasharray: 4 3; }
.on-paper { display: none; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (max-width: 40rem) { body { padding: 1rem .8rem 3rem; } h1 { font-size: 1.5rem; } article { padding: .8rem; }
  dl { grid-template-columns: 1fr; } dl dd { margin-bottom: .4rem; } th, td { padding: .35rem .45rem; }
  .criteria thead, .ranked thead, .stack thead, .scores thead, .missed thead { position: absolute; left: -99rem; }
  .ranked tr { display: grid; grid-template-columns: 2.2rem 1fr auto; border-bottom: 1px solid var(--line); padding: .3rem 0; }
  .ranked td { border: 0; padding: .1rem .3rem; } .ranked td:nth-child(1) { grid-row: span 3; }
  .ranked td:nth-child(2) { font-weight: 600; } .ranked td:nth-child(4) { grid-column: 3; grid-row: 1; }
  .ranked td:nth-child(5) { grid-column: 3; grid-row: 2; } .ranked td[data-label]::before {
  content: attr(data-label) " "; color: var(--soft); } .stack td[data-label]::before { content: attr(data-label) ": "; color: var(--soft); } .ranked tr:has(+ tr.why) { border-bottom: 0; }
  .ranked tr.line { display: block; } .ranked tr.line td { border-width: 0; font-weight: 600; } .ranked tr.line { border: 3px double var(--mark);
  border-width: 3px 0; } .ranked tr.why td:nth-child(2) { grid-column: 2 / 4; font-weight: 400; }
  .stack tr, .scores tr, .missed tr { display: block; border-bottom: 1px solid var(--line); padding: .4rem 0; }
  .stack td, .scores td, .missed td { display: block; border: 0; padding: .05rem .3rem; text-align: left; white-space: normal; }
  .stack td:first-child, .scores td:first-child, .missed td:first-child { font-weight: 600; } .stack td:empty, .scores td:empty { display: none; }
  .scores td::before, .missed td::before { color: var(--soft); } .scores td:nth-child(2)::before { content: "mean "; } .scores td:nth-child(3)::before { content: "of "; }
  .scores td:nth-child(4)::before { content: "weight "; } .scores td:nth-child(5)::before { content: "brings "; } .scores td:nth-child(6)::before { content: "needed: "; }
  .missed td:nth-child(2)::before { content: "needed: "; } .missed td:nth-child(3)::before { content: "had: "; }
  .criteria tr { display: block; border-bottom: 1px solid var(--line); padding: .4rem 0; }
  .criteria td { display: block; border: 0; padding: .1rem .5rem; } tr.failed td:first-child, tr.doubted td:first-child { border-left: 0; }
  .criteria tr.failed { border-left: 4px solid var(--bad); } .criteria tr.doubted { border-left: 4px solid var(--doubt); } }
@page { size: A4; margin: 16mm; }
@media print { :root { color-scheme: light; --ink: #000; --soft: #444; --page: #fff; --panel: #f2f2f2; --line: #bbb; --link: #000; --good: #000;
    --part: #000; --doubt: #000; --bad: #000; --mark: #000; }
  html { font-size: 9.5pt; } body { max-width: none; padding: 0; } nav, .skip, .up, .download, figure details, figure a, #index, .index, .find, .letter, details:not(.sheets, .whole) { display: none; }
  a { text-decoration: none; } summary { color: var(--ink); list-style: none; }
  .scroll { overflow: visible; } tr, svg { break-inside: avoid; } h2, h3, h4, summary { break-after: avoid; }
  tr:has(+ tr.why) { break-after: avoid; } .told { display: none; } br:has(+ .told) { display: none; }
  article { break-before: page; border: 0; padding: 0; } article:first-child { break-before: auto; } .many article:not(:target) { display: none; }
  .many article { content-visibility: visible; } .on-paper { display: block; }
  th, td { padding: .25rem .4rem; } figure { break-inside: avoid; margin: 1rem 0; } svg.figure { max-width: 26rem; }
  details::details-content { content-visibility: visible; block-size: auto; } }
)css";

}  // namespace remit::report
