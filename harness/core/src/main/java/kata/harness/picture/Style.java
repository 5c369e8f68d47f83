package kata.harness.picture;

/**
 * How pictures look. Colour carries nothing that shape or text does not carry too; a viewer that
 * knows no media queries gets the light colours on a background of their own.
 */
final class Style {

  static final String CSS =
      """

      text { font: 12px ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; fill: #1f2933 }
      .paper { fill: #fcfcfb; stroke: #d5dbe1 }
      .title { font-size: 16px; font-weight: bold }
      .soft { fill: #5b6774 }
      .small { font-size: 11px }
      .tiny { font-size: 9px }
      .strong { font-weight: bold }
      .say { font-size: 14px; font-weight: bold }
      .halo { paint-order: stroke; stroke: #fcfcfb; stroke-width: 4px; stroke-linejoin: round }
      .grid { stroke: #c3ccd5; stroke-width: 1; fill: none }
      .passed { fill: #eaeef2; stroke: none }
      .matters { fill: #fff0c2; stroke: none }
      .mark { stroke: #0f6b70; stroke-width: 2.5; fill: none }
      .wm { fill: #0f6b70 }
      .event { fill: #ffffff; stroke: #1f2933; stroke-width: 1.5 }
      .late { fill: #1f2933; stroke: #1f2933; stroke-width: 1.5 }
      .onlate { fill: #ffffff }
      .other { stroke: #5b6774; stroke-width: 1.5; fill: none }
      .bar { fill: #dbe7f3; stroke: #47698f; stroke-width: 1.2 }
      .bad { fill: #fde2d6; stroke: #a8350b; stroke-width: 2.5 }
      .gone { fill: #fcfcfb; stroke: #a8350b; stroke-width: 2; stroke-dasharray: 6 4 }
      .onbar { paint-order: stroke; stroke: #dbe7f3; stroke-width: 4px }
      .onbad { paint-order: stroke; stroke: #fde2d6; stroke-width: 4px }
      .ongone { paint-order: stroke; stroke: #fcfcfb; stroke-width: 4px }
      .sign { stroke: #a8350b; stroke-width: 2.5; fill: none; stroke-linecap: round }
      .way { stroke: #a8350b; stroke-width: 2; fill: none; stroke-dasharray: 2 4; stroke-linecap: round }
      .ring { stroke: #a8350b; stroke-width: 2; fill: none }
      .tip { fill: #a8350b; stroke: none }
      @media (prefers-color-scheme: dark) {
        text { fill: #e4e8ec }
        .paper { fill: #14181d; stroke: #39424c }
        .soft { fill: #9da8b3 }
        .halo { stroke: #14181d }
        .grid { stroke: #3d4752 }
        .passed { fill: #1f262e }
        .matters { fill: #40371a }
        .mark { stroke: #46c3b8 }
        .wm { fill: #46c3b8 }
        .event { fill: #14181d; stroke: #e4e8ec }
        .late { fill: #e4e8ec; stroke: #e4e8ec }
        .onlate { fill: #14181d }
        .other { stroke: #9da8b3 }
        .bar { fill: #20344a; stroke: #7ca8d8 }
        .bad { fill: #4b2415; stroke: #ff9464 }
        .gone { fill: #14181d; stroke: #ff9464 }
        .onbar { stroke: #20344a }
        .onbad { stroke: #4b2415 }
        .ongone { stroke: #14181d }
        .sign { stroke: #ff9464 }
        .way { stroke: #ff9464 }
        .ring { stroke: #ff9464 }
        .tip { fill: #ff9464 }
      }
      """;

  private Style() {}
}
