import "@fontsource-variable/noto-serif-sc/wght.css";
