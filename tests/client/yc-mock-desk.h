/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A desk before a service that makes trouble on demand. */
#pragma once

#include "yc-test-desk.h"
#include "yc-test-mock.h"

G_BEGIN_DECLS

typedef struct
{
  YcTestMock *mock;
  char       *folder;
  YcLimits    limits;
  YcDesk     *desk;
} YcMockDesk;

/* Everything but the desk. @catalog: (nullable): what the service answers when asked for changes */
void yc_mock_desk_init  (YcMockDesk *self,
                         const char *catalog);
/* Opens the desk, again with what is in its folder. */
void yc_mock_desk_open  (YcMockDesk *self);
void yc_mock_desk_close (YcMockDesk *self);
void yc_mock_desk_clear (YcMockDesk *self);

G_END_DECLS
