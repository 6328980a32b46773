/* SPDX-License-Identifier: GPL-3.0-or-later */
/* More certificates than the samples have. */
#pragma once

#include "yc-test-service.h"

G_BEGIN_DECLS

/* Takes in and approves @n_more cases like the newest one with a certificate, at a service with samples. */
void yc_test_issue_more (YcTestService *service,
                         guint          n_more);

G_END_DECLS
