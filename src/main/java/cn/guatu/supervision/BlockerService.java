package cn.guatu.supervision;

import cn.guatu.platform.persistence.Recording;
import cn.guatu.project.PhaseId;
import java.util.List;
import org.springframework.stereotype.Service;

/** Blockers. */
@Service
public class BlockerService {

    public List<Blocker> all(int year) {
        throw new UnsupportedOperationException();
    }

    public List<Blocker> of(PhaseId phase) {
        throw new UnsupportedOperationException();
    }

    public List<BlockerId> save(List<BlockerData> blockers, Recording how) {
        throw new UnsupportedOperationException();
    }

    public void edit(BlockerData blocker, int version, Recording how) {
        throw new UnsupportedOperationException();
    }
}
