package cn.guatu.project;

/**
 * How often and by how much the dates of a node, project, person or department were moved.
 *
 * @param name of what the total is of
 * @param times how often a date was moved later
 * @param workingDays by how many working days altogether, later less earlier
 * @param most the longest single slip in working days; 0 when nothing was moved later
 * @param earlier how often a date was moved earlier
 */
public record SlipTotal(String name, int times, int workingDays, int most, int earlier) {}
