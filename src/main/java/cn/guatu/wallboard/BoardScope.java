package cn.guatu.wallboard;

import cn.guatu.security.AccessScope;

/** What a picture is of: screens of the same year and data scope share one. */
record BoardScope(int year, AccessScope access) {}
