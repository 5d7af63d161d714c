package cn.guatu.org;

import cn.guatu.platform.persistence.Recording;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The years that are planned and followed. */
@Service
public class PlanYearService {

    public List<PlanYear> years() {
        throw new UnsupportedOperationException();
    }

    public Optional<PlanYear> find(int year) {
        throw new UnsupportedOperationException();
    }

    public PlanYear require(int year) {
        throw new UnsupportedOperationException();
    }

    public void create(int year, PlanYearState state, Recording how) {
        throw new UnsupportedOperationException();
    }

    public void setState(int year, PlanYearState state, Recording how) {
        throw new UnsupportedOperationException();
    }
}
