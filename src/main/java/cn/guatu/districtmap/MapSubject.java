package cn.guatu.districtmap;

import cn.guatu.org.UnitId;
import cn.guatu.project.ProjectId;

/** What a shape on the map is of. */
public sealed interface MapSubject {

    /** The name or code by which people know it. */
    String name();

    /** A street, by its name. */
    record Street(UnitId id, String name) implements MapSubject {}

    /** A project, by its code. */
    record Project(ProjectId id, String name) implements MapSubject {}
}
