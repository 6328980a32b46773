/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A desk of the sample city's reviewer, with a printer and all the certificates that can be printed. */
#pragma once

#include "yc-print-batch.h"
#include "yc-test-cups.h"
#include "yc-test-desk.h"
#include "yc-test-service.h"

G_BEGIN_DECLS

#define YC_BATCH_FIXTURE_PRINTER "counter-1"

/**
 * YcBatchFixture:
 * @token: of the reviewer, at the service
 * @certificates: loaded to its end
 * @batch: (nullable): given up with the fixture
 */
typedef struct
{
  YcTestService *service;
  YcTestCups    *cups;
  char          *folder;
  char          *token;
  YcDesk        *desk;
  YcLiveList    *certificates;
  YcPrintBatch  *batch;
} YcBatchFixture;

/* For g_test_add(); @data: how many certificates are issued beside those of the samples. */
void        yc_batch_fixture_set_up        (YcBatchFixture *self,
                                            gconstpointer   data);
void        yc_batch_fixture_tear_down     (YcBatchFixture *self,
                                            gconstpointer   data);
void        yc_batch_fixture_load_printers (YcBatchFixture *self);
/* (transfer full): all that are in force, or the first @most of them. */
GListModel *yc_batch_fixture_choose        (YcBatchFixture *self,
                                            guint           most);
/* Begins the batch or goes on with it. */
void        yc_batch_fixture_start         (YcBatchFixture *self);

G_END_DECLS
