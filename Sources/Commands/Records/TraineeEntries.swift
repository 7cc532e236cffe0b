import Arguments

/// Who practises here, and who supervises her.
let traineeEntries = [
  CommandEntry(
    path: ["trainee", "list"], group: "Supervising",
    summary: "List the trainees with cohort and supervisor.",
    flags: [Flag("json", help: "Print JSON, for other programs.")],
    examples: ["attune trainee list"]),
  CommandEntry(
    path: ["trainee", "set"], group: "Supervising",
    summary: "Say to which cohort a trainee belongs, and who supervises her.",
    discussion: "What is not named stays as it is; an empty name takes it away.",
    arguments: [Argument("trainee", .trainee, help: "The name she practises under.")],
    flags: [
      Flag("cohort", value: FlagValue("name"), help: "Her cohort."),
      Flag("supervisor", value: FlagValue("name"), help: "Her supervisor."),
    ],
    examples: ["attune trainee set anna --cohort spring --supervisor ruth"]),
]
