#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Draws the files that sample cases have attached, into the folder this script is in: a lease and
# photographs that show nothing real and say so. Wants ImageMagick, pango-view, gs and qpdf.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
font=${FONT:-/usr/share/fonts/opentype/noto/NotoSerifCJK-Bold.ttc}

page() {
  cat >"$work/$1.txt"
  pango-view --no-display --markup --font='Noto Serif CJK SC 12' --dpi=72 --width=455 --margin=70 \
    --wrap=char --line-spacing=1.7 --output="$work/$1-long.pdf" "$work/$1.txt"
  # As a scanner would give it: a picture of an A4 page.
  gs -q -dBATCH -dNOPAUSE -sDEVICE=png16m -r100 -dTextAlphaBits=4 -o "$work/$1.png" "$work/$1-long.pdf"
  convert "$work/$1.png" -gravity north -extent 827x1170 -quality 60 "$work/$1.jpg"
}

page 1 <<'END'
<span foreground="#c01c28" size="large"><b>样例　仅供演练　不具任何效力</b></span>

<span size="xx-large"><b>　　　　　　房屋租赁合同</b></span>

出租人（甲方）：周伯安
承租人（乙方）：罗文静

一、甲方将东莞市黄江镇北岸社区样例一路 19 号 402 房出租给乙方居住使用，建筑面积 68 平方米。
二、租期自 2026 年 9 月 1 日起至 2027 年 8 月 31 日止，共 12 个月。
三、每月租金 1650 元，押金 3300 元。乙方于每月 5 日前支付当月租金。
四、水费、电费由乙方按表支付，物业管理费由甲方支付。
五、乙方入住后由甲方陪同到社区办理居住登记；乙方不得擅自转租。

　　　　　　　　　　　　　　　　　　　　　　　　　第 1 页，共 2 页
END
page 2 <<'END'
<span foreground="#c01c28" size="large"><b>样例　仅供演练　不具任何效力</b></span>

六、租期届满，乙方需要续租的，应当提前 30 日告知甲方。
七、本合同一式三份，甲乙双方各执一份，一份用于租赁登记备案。

甲方（签名）：周伯安（样例签名）
乙方（签名）：罗文静（样例签名）

　　　　　　　　　　　　　　　　　　　　2026 年 8 月 20 日

　　　　　　　　　　　　　　　　　　　　　　　　　第 2 页，共 2 页
END
gs -q -dBATCH -dNOPAUSE -sDEVICE=pdfwrite -dFIXEDMEDIA -sPAPERSIZE=a4 -dAutoFilterColorImages=false \
  -dPassThroughJPEGImages=true --permit-file-read="$work/" -o "$work/lease.pdf" viewjpeg.ps \
  -c "($work/1.jpg) viewJPEG showpage ($work/2.jpg) viewJPEG showpage"
qpdf --deterministic-id "$work/lease.pdf" lease.pdf

photograph() {
  name=$1
  title=$2
  shift 2
  convert -size 960x720 "$@" -font "$font" -pointsize 34 -gravity south \
    -undercolor '#ffffffcc' -fill '#c01c28' -annotate +0+18 " 样例图片：$title，仅供演练 " \
    -strip -quality 82 "$name.jpg"
}

photograph house 房屋正面 gradient:'#9cc4e4-#e8eef2' -fill '#8fa37e' -draw 'rectangle 0,560 960,720' \
  -fill '#d9cbb3' -draw 'rectangle 220,150 740,600' \
  -fill '#a8563f' -draw 'polygon 190,150 480,50 770,150' \
  -fill '#5b6f86' -draw 'rectangle 270,200 380,290 rectangle 425,200 535,290
                         rectangle 580,200 690,290 rectangle 270,360 380,450
                         rectangle 580,360 690,450' \
  -fill '#6b4a35' -draw 'rectangle 430,380 530,600' -fill '#d8b24a' -draw 'circle 512,495 518,495'

photograph plate 门牌 gradient:'#cfc4b4-#b5a894' \
  -fill '#1a5fb4' -draw 'roundrectangle 230,200 730,470 24,24' \
  -fill white -font "$font" -gravity north -pointsize 60 -annotate +0+225 '样例一路' \
  -pointsize 110 -annotate +0+300 '19 号'

photograph room 室内 gradient:'#efe6d8-#d8c9b2' -fill '#b88d5c' -draw 'rectangle 0,520 960,720' \
  -fill '#bcd7ee' -draw 'rectangle 330,120 630,360' -fill none -stroke white -strokewidth 10 \
  -draw 'rectangle 330,120 630,360 line 480,120 480,360' -stroke none \
  -fill '#7a5c43' -draw 'rectangle 90,430 400,560 rectangle 110,560 130,640 rectangle 360,560 380,640' \
  -fill '#5c7a6a' -draw 'roundrectangle 560,410 880,600 20,20'
