/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A robot at the desk: finds things by role and name through AT-SPI, presses real keys. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _YcRobot YcRobot;

/**
 * yc_robot_new:
 * @pictures: (nullable): the folder for pictures of each step; %NULL takes none
 *
 * Joins the accessibility bus of the session that the process runs in.
 *
 * Returns: (transfer full): a robot; free it with yc_robot_free()
 */
YcRobot *yc_robot_new (const char *pictures);
void     yc_robot_free (YcRobot *self);

/**
 * yc_robot_watch:
 * @program: the name under which a program shows itself on the accessibility bus
 *
 * Waits until @program has a window, and from then on looks only at it.
 */
void yc_robot_watch (YcRobot *self, const char *program);

/* Tells on stderr what the robot cannot see, when it gives up. */
typedef void (*YcRobotWitness) (gpointer user_data);
void yc_robot_set_witness (YcRobot *self, YcRobotWitness witness, gpointer user_data);

/**
 * yc_robot_set_patience:
 * @seconds: how long every following wait lasts before the robot gives up
 */
void yc_robot_set_patience (YcRobot *self, guint seconds);

/* Fails the test with these words, after it has told what it did last, what the witness knows and
 * what the program shows, and has taken a picture. */
void yc_robot_give_up (YcRobot *self, const char *format, ...) G_GNUC_PRINTF (2, 3) G_GNUC_NORETURN;

/* All of these wait until the thing is there; when patience ends they give up.
 * A role is AT-SPI's name of it ("push button", "entry"), or NULL for any. Names and parts are given
 * in English and looked for in the language of the session. */
void     yc_robot_expect (YcRobot *self, const char *role, const char *name);
void     yc_robot_expect_text (YcRobot *self, const char *part);
void     yc_robot_expect_gone (YcRobot *self, const char *role, const char *name);
void     yc_robot_click (YcRobot *self, const char *role, const char *name);
void     yc_robot_await_focus (YcRobot *self, const char *role, const char *name);
void     yc_robot_focus (YcRobot *self, const char *role, const char *name);
char    *yc_robot_read (YcRobot *self, const char *role, const char *name);
gboolean yc_robot_sees (YcRobot *self, const char *role, const char *name);
gboolean yc_robot_sees_text (YcRobot *self, const char *part);

/* Real key presses, through the X server, to whatever has the focus. */
void yc_robot_type (YcRobot *self, const char *text);
void yc_robot_press (YcRobot *self, const char *keys);

/**
 * yc_robot_picture:
 * @name: the picture's name without ".png"; a running number is put before it
 *
 * Saves what the screen shows, where the robot was given a folder.
 */
void yc_robot_picture (YcRobot *self, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcRobot, yc_robot_free)

G_END_DECLS
