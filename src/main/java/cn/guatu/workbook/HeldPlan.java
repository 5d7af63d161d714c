package cn.guatu.workbook;

import cn.guatu.org.Person;
import cn.guatu.org.Unit;
import cn.guatu.progress.Recognition;
import cn.guatu.project.Node;
import cn.guatu.project.Phase;
import cn.guatu.supervision.Blocker;
import cn.guatu.supervision.Decision;
import cn.guatu.target.Target;
import cn.guatu.workbook.rule.Held;
import cn.guatu.workbook.rule.Line;
import java.util.Map;

/** What the system holds of a year: as lines to compare, and as the records behind them. */
record HeldPlan(
        Held lines,
        Map<String, Unit> units,
        Map<Line.PersonKey, Person> people,
        Map<String, Target> targets,
        Map<Line.PhaseKey, Phase> phases,
        Map<Line.NodeKey, Node> nodes,
        Map<Line.RecognitionLine.Key, Recognition> recognitions,
        Map<Line.DecisionLine.Key, Decision> decisions,
        Map<Line.BlockerLine.Key, Blocker> blockers) {}
