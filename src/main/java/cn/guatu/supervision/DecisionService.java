package cn.guatu.supervision;

import cn.guatu.platform.persistence.Recording;
import java.util.List;
import org.springframework.stereotype.Service;

/** Meeting decisions. */
@Service
public class DecisionService {

    public List<Decision> all(int year) {
        throw new UnsupportedOperationException();
    }

    public List<DecisionId> save(List<DecisionData> decisions, Recording how) {
        throw new UnsupportedOperationException();
    }

    public void edit(DecisionData decision, int version, Recording how) {
        throw new UnsupportedOperationException();
    }
}
