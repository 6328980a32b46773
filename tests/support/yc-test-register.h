/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A service whose register knows the files of tests/data/verify. */
#pragma once

#include "yc-test-service.h"

G_BEGIN_DECLS

/* (transfer full): what must be found in each file */
GKeyFile *yc_test_register_read_cases (void);
GBytes   *yc_test_register_load       (const char    *name);
/* As if @service, which practises, had issued them, and made void and replaced since what the cases
 * say. */
void      yc_test_register_plant      (YcTestService *service);

G_END_DECLS
