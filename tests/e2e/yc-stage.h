/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everything the whole-program tests play on: service, line, print server, desk and robot. */
#pragma once

#include "yc-proxy.h"
#include "yc-robot.h"
#include "yc-test-cups.h"
#include "yc-test-service.h"

G_BEGIN_DECLS

typedef struct _YcStage YcStage;

#define YC_STAGE_PRINTER "counter-1"

/**
 * yc_stage_new:
 * @pictures: (nullable): folder for pictures of each step
 *
 * Starts a service with sample data, a print server with one printer, and a line between desk and
 * service, all in a folder of their own. The desk is started by yc_stage_start_desk().
 */
YcStage    *yc_stage_new            (const char *pictures);
void        yc_stage_free           (YcStage    *self);
YcRobot    *yc_stage_get_robot      (YcStage    *self);
YcTestCups *yc_stage_get_cups       (YcStage    *self);
YcProxy    *yc_stage_get_line       (YcStage    *self);
/* The service itself, past the desk and past the line. */
YcTestService *yc_stage_get_service (YcStage    *self);

/* Starts the desk in practice mode and waits for its window. */
void        yc_stage_start_desk     (YcStage    *self);
/* Starts it and waits for nothing. */
void        yc_stage_spawn_desk     (YcStage    *self);
/* From the next start on its standard output goes to the file @path; NULL: to ours. */
void        yc_stage_set_desk_log   (YcStage    *self,
                                     const char *path);
/* SIGKILL, whatever it is doing. */
void        yc_stage_kill_desk      (YcStage    *self);
/* SIGKILL a second after the last thing it wrote. */
void        yc_stage_pull_plug      (YcStage    *self);
/* Asks it to end (SIGTERM) and waits. */
void        yc_stage_stop_desk      (YcStage    *self);
int         yc_stage_get_desk_pid   (YcStage    *self);
/* (transfer full): a file of those that the desk keeps. */
char       *yc_stage_dup_desk_file  (YcStage    *self,
                                     const char *name);

void        yc_stage_start_service  (YcStage    *self);
void        yc_stage_kill_service   (YcStage    *self);

/* A mark that another thread sets when what was arranged has happened, and the wait for it. */
int        *yc_stage_get_mark       (YcStage    *self);
void        yc_stage_await_mark     (YcStage    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcStage, yc_stage_free)

G_END_DECLS
