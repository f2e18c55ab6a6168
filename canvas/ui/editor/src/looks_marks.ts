// Underlines of the automatic remarks: a colour and a shape each, so that nobody needs to see colours.

export const LOOKS_MARKS = `
.mark { text-decoration-line: underline; text-decoration-thickness: 2px; text-underline-offset: .22em;
  text-decoration-skip-ink: none; }
.mark-vague { text-decoration-style: wavy; text-decoration-thickness: 1.5px; text-decoration-color: #a1440c;
  background: #fdf0e2; }
.mark-channel { text-decoration-style: dashed; text-decoration-color: #6a2fa3; background: #f4edfa; }
.mark-same { text-decoration-style: double; text-decoration-color: #1f4fa8; background: #eaf0fb; }
.mark-after { text-decoration-style: dotted; text-decoration-thickness: 3px; text-decoration-color: #b3261e;
  background: #fcebea; }
.mark-question { text-decoration-style: solid; text-decoration-color: #1f4fa8; }
.mark-note { border-bottom: 1px dotted #6b7280; }
`;
