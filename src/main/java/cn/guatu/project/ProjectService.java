package cn.guatu.project;

import cn.guatu.platform.persistence.Recording;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Projects, phases and nodes. */
@Service
public class ProjectService {

    public List<Phase> phases(int year) {
        throw new UnsupportedOperationException();
    }

    public Optional<Phase> phase(PhaseId id) {
        throw new UnsupportedOperationException();
    }

    public Optional<Phase> phase(int year, String projectCode, String phaseName) {
        throw new UnsupportedOperationException();
    }

    public List<Phase> phasesOf(String projectCode) {
        throw new UnsupportedOperationException();
    }

    public List<PhaseId> savePhases(List<PhaseData> phases, Recording how) {
        throw new UnsupportedOperationException();
    }

    public void editPhase(PhaseData phase, int version, Recording how) {
        throw new UnsupportedOperationException();
    }

    public List<ShareSet> shareSets(int year) {
        throw new UnsupportedOperationException();
    }

    public List<ShareSet> shareSets(Collection<PhaseId> phases) {
        throw new UnsupportedOperationException();
    }

    public void changeShares(PhaseId phase, int version, List<Share> shares, LocalDate effectiveFrom, Recording how) {
        throw new UnsupportedOperationException();
    }

    public List<Node> nodes(int year) {
        throw new UnsupportedOperationException();
    }

    public List<Node> nodes(PhaseId phase) {
        throw new UnsupportedOperationException();
    }

    public Optional<Node> node(NodeId id) {
        throw new UnsupportedOperationException();
    }

    public List<NodeId> saveNodes(List<NodeData> nodes, Recording how) {
        throw new UnsupportedOperationException();
    }

    public void editNode(NodeData node, int version, Recording how) {
        throw new UnsupportedOperationException();
    }

    public void completeNode(NodeId id, int version, @Nullable LocalDate actual, Recording how) {
        throw new UnsupportedOperationException();
    }

    public void savePredecessors(Map<NodeId, Set<NodeId>> predecessors, Recording how) {
        throw new UnsupportedOperationException();
    }
}
