package cn.guatu.planning.ui;

import cn.guatu.planning.Responsibility;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Whose list it is. */
enum ListBy {
    DEPARTMENT("按科室"),
    LEADER("按领导"),
    PERSON("按人");

    private final String label;

    ListBy(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    static Optional<ListBy> ofWord(String word) {
        return Stream.of(values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }

    List<String> names(List<Responsibility> lines) {
        return lines.stream()
                .flatMap(this::names)
                .filter(each -> !each.isBlank())
                .distinct()
                .sorted()
                .toList();
    }

    private Stream<String> names(Responsibility line) {
        return switch (this) {
            case DEPARTMENT -> Stream.of(line.department());
            case LEADER -> Stream.of(line.leader());
            case PERSON ->
                Stream.concat(Stream.of(line.owner()), line.nodes().stream().map(Responsibility.Duty::owner));
        };
    }

    /** The lines of one of the names; for a person who answers for some nodes of a phase, only these. */
    List<Responsibility> of(List<Responsibility> lines, String name) {
        return lines.stream()
                .filter(line -> names(line).anyMatch(name::equals))
                .map(line -> this != PERSON || line.owner().equals(name)
                        ? line
                        : new Responsibility(
                                line.phase(),
                                line.code(),
                                line.project(),
                                line.department(),
                                line.streets(),
                                line.leader(),
                                line.owner(),
                                line.ownerId(),
                                line.nodes().stream()
                                        .filter(node -> node.owner().equals(name))
                                        .toList()))
                .toList();
    }
}
